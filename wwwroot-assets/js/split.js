// The border between list and case: by pointer, by arrow keys, Home and End; remembered on this device per kind of page.
(() => {
  const least = 25, most = 65;
  const key = split => `bimer-split-${split.dataset.split}`;

  function set(split, percent) {
    const value = Math.min(most, Math.max(least, percent));
    split.style.setProperty('--split', `${value}%`);
    split.querySelector('.divider').setAttribute('aria-valuenow', String(Math.round(value)));
    return value;
  }

  function keep(split, percent) { localStorage.setItem(key(split), String(set(split, percent))); }

  function restore() {
    for (const split of document.querySelectorAll('[data-split]:not([data-split-set])')) {
      split.dataset.splitSet = '';
      const kept = Number(localStorage.getItem(key(split)));
      if (kept) set(split, kept);
    }
  }

  document.addEventListener('pointerdown', e => {
    const divider = e.target.closest?.('.divider');
    if (!divider) return;
    const split = divider.closest('[data-split]');
    divider.setPointerCapture(e.pointerId);
    divider.classList.add('moving');
    const percentAt = x => { const box = split.getBoundingClientRect(); return (x - box.left) / box.width * 100; };
    const move = m => set(split, percentAt(m.clientX));
    divider.addEventListener('pointermove', move);
    divider.addEventListener('lostpointercapture', u => {
      divider.removeEventListener('pointermove', move);
      divider.classList.remove('moving');
      keep(split, percentAt(u.clientX));
    }, { once: true });
  });

  document.addEventListener('keydown', e => {
    const divider = e.target.closest?.('.divider');
    if (!divider) return;
    const now = Number(divider.getAttribute('aria-valuenow'));
    const next = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: least, End: most }[e.key];
    if (next === undefined) return;
    e.preventDefault();
    keep(divider.closest('[data-split]'), next);
  });

  // Pages of a circuit come and go without a load.
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
  restore();
})();
