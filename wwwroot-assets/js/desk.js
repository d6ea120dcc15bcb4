// A desk of "Yeni Başvuru": every field belongs to the browser, is sent as one form to the draft's address within a second of a pause, and
// is there again after a reload, a crash or on another device.
import { attach as count } from './counter.js';
import { DeskText } from './desk-text.js';
import { DraftKeeper } from './drafts.js';
import { uploads } from './letter-files.js';

export function attach(root, screen, intake, version, extra) {
  const desk = new Desk(root, screen, intake, version, extra);
  uploads(root, () => desk.url, screen, () => desk.begin());
  return desk;
}

class Desk extends DraftKeeper {
  constructor(root, screen, intake, version, extra) {
    super(root, '');
    this.screen = screen;
    this.version = version;
    this.extra = extra;   // what is chosen beside the fields
    this.conflict = root.querySelector('.desk-conflict');
    this.goOn(intake);
    this.text = new DeskText(root, () => this.changed());
    this.advised = this.text.html;
    this.listen();
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
    const form = { presence: {}, ...this.extra };
    for (const field of this.root.querySelectorAll('[name]')) {
      if (field.disabled || ['radio', 'checkbox'].includes(field.type) && !field.checked) continue;
      if (field.name.startsWith('presence.')) form.presence[field.name.slice(9)] = field.value;
      else form[field.name] = field.value;
    }
    form.html = this.sent = this.text.html;
    delete form.purpose;   // of the next recipient, who is not on the list yet
    return { version: this.version, form };
  }

  keep(extra) {
    this.extra = extra;
    this.changed();
  }

  // What the text may be about is proposed from the draft: the words themselves never travel over the circuit.
  told() {
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
    this.conflict.hidden = false;
    this.stop(refused?.message ?? '');
  }

  settle(choice) {
    if (choice === 'theirs') return this.again();
    this.conflict.hidden = true;
    this.stopped = false;
    if (this.other) { this.goOn(this.other.intake); this.version = this.other.version; }
    this.changed();
    this.save();
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
