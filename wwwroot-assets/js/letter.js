// The editor of a letter. What is typed is sent by fetch to the draft's address within a second of a pause, told in words, and fetched
// again after a reload. The server cleans everything; cleaning on paste only keeps word processors' litter out of sight.
import { DraftKeeper, pauseAfter } from './drafts.js';
import { clean } from './letter-paste.js';
import { uploads } from './letter-files.js';
import { templates } from './letter-templates.js';
import { toolbar } from './letter-tools.js';

export async function attach(root, screen, choices) {
  const letter = new Letter(root, screen, choices);
  if (root.querySelector('.upload')) uploads(root, () => letter.url, screen);
  if ('templates' in root.dataset) templates(root, letter.area, screen);
  await letter.load();
  return letter;
}

class Letter extends DraftKeeper {
  constructor(root, screen, extra) {
    super(root, root.dataset.url);
    this.screen = screen;
    this.area = root.querySelector('.letter-area');
    this.conflict = root.querySelector('.letter-conflict');
    this.extra = extra;   // what else belongs to the draft: the service, the approver, why the petition is not examined
    this.listen();
  }

  async load() {
    try {
      const answer = await fetch(this.url, { headers: { Accept: 'application/json' } });
      const draft = await answer.json();
      if (!answer.ok) return this.stop(draft.message);
      this.take(draft);
    } catch {
      this.say('failed', true);
      setTimeout(() => this.load(), pauseAfter(this.failures++));
    }
  }

  take(draft) {
    this.version = draft.version;
    if (!this.isDirty || draft.force) this.area.innerHTML = draft.html || '<p><br></p>';   // cleaned by the server
    // Not before: what somebody typed into the empty page would be covered by the draft that arrives.
    this.area.contentEditable = 'true';
    this.area.removeAttribute('aria-busy');
    const at = draft.savedAt && new Date(draft.savedAt).toLocaleTimeString('tr-TR', { timeZone: 'Europe/Istanbul' });
    this.say(at ? 'saved' : 'unsaved', false, at);
    if (!at) this.line.textContent = '';
    if (this.isWaiting) this.changed();
    this.isWaiting = false;
  }

  listen() {
    document.execCommand('defaultParagraphSeparator', false, 'p');
    this.area.addEventListener('input', () => this.changed());
    this.area.addEventListener('blur', () => {
      const at = getSelection();
      if (at.rangeCount && this.area.contains(at.anchorNode)) this.last = at.getRangeAt(0).cloneRange();   // a button beside the letter takes the cursor away
    });
    this.area.addEventListener('blur', () => { if (this.isDirty) this.save(); });
    this.area.addEventListener('paste', e => this.paste(e));
    this.dropTools = toolbar(this.root.querySelector('[role=toolbar]'), this.area);
    for (const button of this.root.querySelectorAll('[data-conflict]')) button.addEventListener('click', () => this.settle(button.dataset.conflict));
  }

  body() {
    return { version: this.version, html: this.area.innerHTML, ...this.extra };
  }

  differ(refused) {
    this.other = refused.current;
    this.conflict.querySelector('.letter-other').innerHTML = this.other?.html ?? '';
    this.conflict.hidden = false;
    this.stop(refused.message);
  }

  settle(choice) {
    this.conflict.hidden = true;
    this.stopped = false;
    if (choice === 'theirs') {
      this.kept = this.changes;
      this.take({ ...this.other, force: true });
    } else {
      this.version = this.other?.version ?? 0;
      this.changes++;
      this.save();
    }
    this.area.focus();
  }

  paste(e) {
    const html = e.clipboardData.getData('text/html');
    if (!html) return;   // plain text is pasted as it is
    e.preventDefault();
    document.execCommand('insertHTML', false, clean(html));
  }

  // What was saved is looked over on the server. While the circuit is away its own script would complain of a message nobody can catch.
  told() {
    if (document.documentElement.dataset.line === 'lost') return;
    this.screen.invokeMethodAsync('SavedAsync').catch(() => {});   // the circuit may have gone; the next save asks again
  }

  // As if it were typed: one step of undoing takes it back.
  insert(html) {
    const at = getSelection();
    const isEmpty = this.area.textContent.trim() === '';
    this.area.focus();
    if (isEmpty || !this.last) at.selectAllChildren(this.area);
    else { at.removeAllRanges(); at.addRange(this.last); }
    if (!isEmpty && !this.last) at.collapseToEnd();
    document.execCommand('insertHTML', false, html);   // cleaned by the server, and again when it is saved
    this.area.scrollIntoView({ block: 'nearest' });
  }

  // Selects the line the check speaks of: in the letter, or in the ground beside it.
  show(line) {
    const wanted = spaced(line).replace(/^(•|\d+\.) /, '');
    const blocks = [...this.area.querySelectorAll('p, li, td, th, h3, h4, blockquote')].filter(block => spaced(block.textContent).includes(wanted));
    const place = blocks.at(-1) ?? this.area;
    const ground = document.getElementById('ground');
    const at = blocks.length ? -1 : (ground?.value ?? '').indexOf(line);
    if (at >= 0) {
      ground.focus();
      ground.setSelectionRange(at, at + line.length);
      return;
    }
    this.area.focus();
    getSelection().selectAllChildren(place);
    place.scrollIntoView({ block: 'center' });
  }

  keep(extra) {
    const isNew = Object.keys(extra).some(name => this.extra[name] !== extra[name]);
    this.extra = extra;
    if (!isNew) return;
    if (this.area.isContentEditable) this.changed();
    else this.isWaiting = true;   // saved before it was read, the draft would be another window's
  }

  async flush() {
    return { ...await super.flush(), empty: this.area.textContent.trim() === '' };
  }

  leave() {
    this.dropTools();
    super.leave();
  }
}

const spaced = text => text.replace(/\s+/g, ' ').trim();
