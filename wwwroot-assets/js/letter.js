// The editor of a letter. What is typed is sent by fetch to the draft's address within a second of a pause, told in words, and fetched
// again after a reload. The server cleans everything; cleaning on paste only keeps word processors' litter out of sight.
import { DraftKeeper, pauseAfter } from './drafts.js';
import { clean } from './letter-paste.js';
import { uploads } from './letter-files.js';
import { toolbar } from './letter-tools.js';

export async function attach(root, screen, catalogueService, approver) {
  const letter = new Letter(root, { catalogueService, approver });
  uploads(root, () => letter.url, screen);
  await letter.load();
  return letter;
}

class Letter extends DraftKeeper {
  constructor(root, extra) {
    super(root, root.dataset.url);
    this.area = root.querySelector('.letter-area');
    this.conflict = root.querySelector('.letter-conflict');
    this.extra = extra;   // what else belongs to the draft
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
  }

  listen() {
    document.execCommand('defaultParagraphSeparator', false, 'p');
    this.area.addEventListener('input', () => this.changed());
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

  keep(catalogueService, approver) {
    const isNew = this.extra.catalogueService !== catalogueService || this.extra.approver !== approver;
    this.extra = { catalogueService, approver };
    if (isNew) this.changed();
  }

  async flush() {
    return { ...await super.flush(), empty: this.area.textContent.trim() === '' };
  }

  leave() {
    this.dropTools();
    super.leave();
  }
}
