// Keeps what is typed on the server: sent by fetch to the draft's address within a second of a pause, and while nobody pauses often enough
// that two seconds at most could be lost; one save at a time, told in words.
// Whoever extends it says what is sent (`body`) and what happens when another window was first (`differ`).
const idle = 800, longest = 1500, pauses = [1000, 2000, 4000, 8000, 15000];

export const pauseAfter = failures => pauses[Math.min(failures, pauses.length - 1)];

export class DraftKeeper {
  constructor(root, url) {
    this.root = root;
    this.url = url;
    this.line = root.querySelector('.saved') ?? root;
    this.version = 0; this.changes = 0; this.kept = 0; this.failures = 0;
    this.stopped = false; this.running = null; this.timer = 0; this.firstChange = 0;
    this.onHide = () => { if (this.isDirty && !this.stopped) fetch(this.url, { ...this.request(), keepalive: true }).catch(() => {}); };
    this.onUnload = e => { if (this.isDirty && (this.failures > 0 || this.root.dataset.state === 'stopped')) e.preventDefault(); };
    this.onReload = e => e.detail.push(this.flush());   // the server is back: what could not be saved meanwhile now can
    addEventListener('pagehide', this.onHide);
    addEventListener('bimer-reload', this.onReload);
    addEventListener('beforeunload', this.onUnload);
  }

  get isDirty() { return this.changes !== this.kept; }

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
        this.told?.();
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
        this.timer = setTimeout(() => this.save(), pauseAfter(this.failures++));
        return;
      }
    }
  }

  request() {
    return { method: 'PUT', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(this.body()) };
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

  async flush() {
    await this.save();
    if (this.isDirty && !this.stopped) await this.save();
    return { version: this.version, saved: !this.isDirty && !this.stopped };
  }

  leave() {
    removeEventListener('pagehide', this.onHide);
    removeEventListener('bimer-reload', this.onReload);
    removeEventListener('beforeunload', this.onUnload);
    this.onHide();
  }
}
