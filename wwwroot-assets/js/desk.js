// A desk of "Yeni Başvuru": every field belongs to the browser, is sent as one form to the draft's address within a second of a pause, and
// is there again after a reload, a crash or on another device.
import { attach as count } from './counter.js';
import { differing, fill } from './desk-both.js';
import { DeskText } from './desk-text.js';
import { DraftKeeper } from './drafts.js';
import { uploads } from './letter-files.js';

export function attach(root, screen, kept, extra) {
  const desk = new Desk(root, screen, kept, extra);
  uploads(root, () => desk.url, screen, () => desk.begin());
  return desk;
}

class Desk extends DraftKeeper {
  constructor(root, screen, kept, extra) {
    super(root, '');
    this.screen = screen;
    this.version = kept.version;
    this.extra = extra;   // what is chosen beside the fields
    this.aside = kept.aside;   // the draft of another window that was not chosen
    this.conflict = root.querySelector('.desk-conflict');
    this.goOn(kept.intake);
    this.text = new DeskText(root, () => this.changed());
    this.advised = this.text.html;
    this.listen();
    this.showAside();
    root.querySelector('.desk-all').disabled = false;   // not before: nobody listened
    if (!root.dataset.quiet) this.first()?.focus();
  }

  goOn(intake) {
    this.intake = intake;
    this.url = `${this.root.dataset.url}/${intake}`;
  }

  // The first field of the slides' order; who applies is a person as a rule and stands above it.
  first() { return [...this.root.querySelectorAll('.desk-fields .input')].find(field => field.checkVisibility()); }

  listen() {
    for (const event of ['input', 'change']) this.root.addEventListener(event, e => { if (e.target.name) this.changed(); });
    this.root.addEventListener('focusout', () => { if (this.isDirty && this.timer) this.save(); });
    this.root.addEventListener('click', e => {
      const link = e.target.closest('.error-summary a');
      if (link) { e.preventDefault(); this.go(link.hash.slice(1)); }
      if (e.target.closest('[data-absent]')) this.absent();
      const choice = e.target.closest('[data-conflict]');
      if (choice) this.settle(choice.dataset.conflict);
      const aside = e.target.closest('[data-aside]');
      if (aside) this.settleAside(aside.dataset.aside);
    });
    count(this.text.area);
  }

  go(id) {
    const field = document.getElementById(id);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  }

  // Of every empty field nobody has answered for: it was not there.
  absent() {
    for (const asked of this.root.querySelectorAll('.presence')) {
      if (asked.checkVisibility() && !asked.querySelector(':checked')) asked.querySelector('input').checked = true;
    }
    this.changed();
  }

  body() {
    return { version: this.version, form: { ...this.taking ?? this.form(), aside: this.aside } };
  }

  form() {
    const form = { presence: {}, ...this.extra };
    for (const field of this.root.querySelectorAll('[name]')) {
      if (field.disabled || ['radio', 'checkbox'].includes(field.type) && !field.checked) continue;
      if (field.name.startsWith('presence.')) form.presence[field.name.slice(9)] = field.value;
      else form[field.name] = field.value;
    }
    form.html = this.sent = this.text.html;
    delete form.purpose;   // of the next recipient, who is not on the list yet
    return form;
  }

  changed() {
    super.changed();
    if (!this.conflict.hidden) this.compare();
  }

  keep(extra) {
    this.extra = extra;
    this.changed();
  }

  // What the text may be about is proposed from the draft: the words themselves never travel over the circuit.
  told() {
    if (this.taking) return this.again();
    if (this.sent === this.advised || document.documentElement.dataset.line === 'lost') return;
    this.advised = this.sent;
    this.screen.invokeMethodAsync('TextSavedAsync').catch(() => {});   // a screen that has gone has nobody to propose to
  }

  // A file joins what is on the server.
  async begin() {
    if (this.version === 0) this.changes++;
    await this.save();
  }

  differ(refused) {
    this.other = refused?.current;
    this.taking = null;
    this.conflict.hidden = false;
    this.compare();
    this.stop(refused?.message ?? '');
  }

  compare() {
    const both = this.conflict.querySelector('.desk-both');
    const theirs = this.other?.form;
    const rows = differing(this.root, this.form(), theirs ?? {});
    for (const side of ['mine', 'theirs']) fill(both.querySelector(`[data-both="${side}"]`), rows, side);
    both.querySelector('.desk-both-told').textContent = !theirs ? both.dataset.none : rows.length ? '' : both.dataset.same;
  }

  // Whichever is chosen, the other one stays in the draft: only a click on "delete" ends it.
  settle(choice) {
    this.conflict.hidden = true;
    this.stopped = false;
    const theirs = this.other?.form;
    if (this.other) { this.goOn(this.other.intake); this.version = this.other.version; }
    if (choice === 'theirs') return this.take(theirs ?? {});
    if (theirs) this.aside = only(theirs);
    this.showAside();
    this.changed();
    this.save();
  }

  settleAside(choice) {
    if (choice === 'swap') return this.take(this.aside);
    this.aside = null;
    this.showAside();
    this.changed();
  }

  // Saved as the draft, with what stands here beside it, and then read from the server anew.
  take(form) {
    this.aside = only(this.form());
    this.taking = only(form);
    this.changes++;
    return this.save();
  }

  showAside() {
    const section = this.root.querySelector('.desk-aside');
    const rows = this.aside ? differing(this.root, this.aside, this.form()).filter(row => row.mine) : [];
    section.hidden = !this.aside;
    fill(section.querySelector('[data-both]'), rows, 'mine');
  }

  tell() {
    const summary = this.root.querySelector('.error-summary');
    summary?.focus();
    summary?.scrollIntoView({ block: 'start' });
  }

  // From the server anew.
  again() {
    this.kept = this.changes;
    location.reload();
  }

  async flush() {
    if (this.version === 0) this.changes++;   // an untouched form is one too
    return { ...await super.flush(), intake: this.intake };
  }

  leave() {
    this.text.drop();
    super.leave();
  }
}

const only = ({ aside: _, ...form }) => form;
