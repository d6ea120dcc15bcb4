// The short notes of the desks (Beklemeye Al, Sevk Et, İade Et, düzeltme notu). While the line is up the circuit keeps them; from the moment it
// is lost they are kept from here, by the draft's own address, until it is back or the page is loaded anew. Nothing stays in the browser.
import { DraftKeeper } from './drafts.js';

const typed = new WeakSet();
const fields = () => [...document.querySelectorAll('[data-typed]')];
let keeper = null;

class NoteKeeper extends DraftKeeper {
  constructor(root) {
    super(root, root.dataset.url);
    this.version = root.dataset.since || null;
  }

  body() {
    return { since: this.version, window: this.root.dataset.window, fields: Object.fromEntries(fields().map(field => [field.dataset.typed, field.value])) };
  }

  differ(refused) { this.stop(refused?.message ?? ''); }
}

function keep() {
  const root = document.querySelector('.draft-away');
  if (!root || !fields().some(field => typed.has(field))) return;
  keeper ??= new NoteKeeper(root);
  keeper.changed();   // also what was typed just before: nobody knows what of it still arrived
}

// Heard before Blazor hears it: a circuit that is away can take nothing, and complains of each key.
for (const event of ['input', 'change']) addEventListener(event, e => {
  if (!e.target.dataset?.typed) return;
  typed.add(e.target);
  if (document.documentElement.dataset.line !== 'lost') return;
  e.stopPropagation();
  keep();
}, true);

addEventListener('bimer-lost', keep);

// The circuit that is found again has heard of nothing since: without this a click on "send" would send what stood there before.
addEventListener('bimer-back', () => {
  if (!keeper) return;
  keeper.leave();
  keeper = null;
  for (const field of fields()) {
    if (!typed.has(field)) continue;
    for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
  }
});
