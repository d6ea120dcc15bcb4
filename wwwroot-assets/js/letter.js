// The editor of a letter. What is typed is sent by fetch to the draft's address within a second of a pause, told in words, and fetched
// again after a reload. The server cleans everything; cleaning on paste only keeps word processors' litter out of sight.
import { clean } from './letter-paste.js';
import { uploads } from './letter-files.js';
import { toolbar } from './letter-tools.js';

const idle = 800, longest = 5000, pauses = [1000, 2000, 4000, 8000, 15000];

export async function attach(root, screen, catalogueService, approver) {
  const letter = new Letter(root, { catalogueService, approver });
  uploads(root, letter.url, screen);
  await letter.load();
  return letter;
}

class Letter {
  constructor(root, extra) {
    this.root = root;
    this.url = root.dataset.url;
    this.area = root.querySelector('.letter-area');
    this.line = root.querySelector('.saved');
    this.conflict = root.querySelector('.letter-conflict');
    this.extra = extra;   // what else belongs to the draft
    this.version = 0; this.changes = 0; this.kept = 0; this.failures = 0;
    this.stopped = false; this.running = null; this.timer = 0; this.firstChange = 0;
    this.listen();
  }

  get isDirty() { return this.changes !== this.kept; }

  async load() {
    try {
      const answer = await fetch(this.url, { headers: { Accept: 'application/json' } });
      const draft = await answer.json();
      if (!answer.ok) return this.stop(draft.message);
      this.take(draft);
    } catch {
      this.say('failed', true);
      setTimeout(() => this.load(), pauses[Math.min(this.failures++, pauses.length - 1)]);
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
    this.onHide = () => { if (this.isDirty && !this.stopped) fetch(this.url, { ...this.request(), keepalive: true }).catch(() => {}); };
    this.onUnload = e => { if (this.isDirty && (this.failures > 0 || this.root.dataset.state === 'stopped')) e.preventDefault(); };
    this.onReload = e => e.detail.push(this.flush());   // the server is back: what could not be saved meanwhile now can
    addEventListener('pagehide', this.onHide);
    addEventListener('bimer-reload', this.onReload);
    addEventListener('beforeunload', this.onUnload);
  }

  changed() {
    this.changes++;
    if (this.stopped) return;
    this.say('saving', false);   // at once: "saved" would be said of what is not
    const now = performance.now();
    if (!this.timer) this.firstChange = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), Math.min(idle, Math.max(0, this.firstChange + longest - now)));
  }

  // One save at a time; what is typed meanwhile is the next one.
  save() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.running ??= this.send().finally(() => { this.running = null; });
    return this.running;
  }

  async send() {
    while (this.isDirty && !this.stopped) {
      const sent = this.changes;
      this.say('saving', false);
      const answer = await fetch(this.url, this.request()).catch(() => null);
      const body = await answer?.json().catch(() => null);   // the server's own limits answer without words
      if (answer?.ok && body) {
        this.version = body.version; this.kept = sent; this.failures = 0;
        this.say('saved', false, body.at);
      } else if (answer?.status === 409) {
        return this.differ(body);
      } else if (answer?.status === 413) {
        // Too long is mended by typing: the next key saves again.
        this.say('stopped', true, body?.message ?? this.root.dataset.tooLong);
        return;
      } else if (answer && answer.status < 500) {
        return this.stop(body?.message ?? '');
      } else {
        this.say('failed', true);
        this.timer = setTimeout(() => this.save(), pauses[Math.min(this.failures++, pauses.length - 1)]);
        return;
      }
    }
  }

  request() {
    const body = JSON.stringify({ version: this.version, html: this.area.innerHTML, ...this.extra });
    return { method: 'PUT', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body };
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

  stop(message) {
    this.stopped = true;
    this.say('stopped', true, message);
  }

  say(word, isBad, fact) {
    this.line.textContent = this.root.dataset[word].replace('{0}', fact ?? '');
    this.line.classList.toggle('failed', isBad);
    this.root.dataset.state = word;
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
    await this.save();
    if (this.isDirty && !this.stopped) await this.save();
    return { version: this.version, saved: !this.isDirty && !this.stopped, empty: this.area.textContent.trim() === '' };
  }

  leave() {
    this.dropTools();
    removeEventListener('pagehide', this.onHide);
    removeEventListener('bimer-reload', this.onReload);
    removeEventListener('beforeunload', this.onUnload);
    this.onHide();
  }
}
