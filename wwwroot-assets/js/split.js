// Borders that are moved: between list and case, remembered on this device per kind of page, and on the page of a case, kept with the person
// ("evrak"). By pointer, by arrow keys, Home and End; on the case Enter or a double click gives the usual share again.
(() => {
  const address = '/okuma-payi', pause = 600;   // ms: the last of many steps is kept
  let sending = 0;

  const isOfCase = split => split.dataset.split === 'evrak';
  const nameOf = split => isOfCase(split) ? '--case-reading' : '--split';
  const dividerOf = split => split.querySelector(':scope > .divider');
  const bounds = split => ['aria-valuemin', 'aria-valuemax'].map(name => Number(dividerOf(split).getAttribute(name)));
  const key = split => `bimer-split-${split.dataset.split}`;

  function set(split, percent) {
    const [least, most] = bounds(split);
    const value = Math.min(most, Math.max(least, percent));
    split.style.setProperty(nameOf(split), `${value}%`);
    const shown = Math.round((isOfCase(split) && drawn(split)) || value);   // beside two more columns there may be less room than was asked for
    dividerOf(split).setAttribute('aria-valuenow', String(shown));
    return shown;
  }

  // How much the text takes as it is drawn; none where the parts stand below each other.
  function drawn(split) {
    const divider = dividerOf(split), [least, most] = bounds(split), box = split.getBoundingClientRect();
    if (!divider.getClientRects().length || !box.width) return null;
    return Math.min(most, Math.max(least, (divider.previousElementSibling.getBoundingClientRect().right - box.left) / box.width * 100));
  }

  function send(share) {
    clearTimeout(sending);
    sending = setTimeout(() => fetch(address, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ share }), keepalive: true }).catch(() => {}), pause);
  }

  function keep(split, percent) {
    const value = set(split, percent);
    if (!isOfCase(split)) return localStorage.setItem(key(split), String(value));
    document.body.dataset.caseShare = String(value);
    send(value);
  }

  // The usual share is the style's own, and differs with the room there is: told as it is drawn.
  function tell(split) {
    if (!isOfCase(split) || split.style.getPropertyValue(nameOf(split))) return;
    const share = drawn(split);
    if (share) dividerOf(split).setAttribute('aria-valuenow', String(Math.round(share)));
  }

  function usual(split) {
    delete document.body.dataset.caseShare;
    split.style.removeProperty(nameOf(split));
    tell(split);
    send(null);
  }

  function restore() {
    for (const split of document.querySelectorAll('[data-split]:not([data-split-set])')) {
      if (!dividerOf(split)) continue;   // an envelope has none yet
      split.dataset.splitSet = '';
      const kept = Number(isOfCase(split) ? document.body.dataset.caseShare : localStorage.getItem(key(split)));
      if (kept) set(split, kept); else tell(split);
    }
  }

  document.addEventListener('focusin', e => { const divider = e.target.closest?.('.divider'); if (divider) tell(divider.closest('[data-split]')); });

  document.addEventListener('pointerdown', e => {
    const divider = e.target.closest?.('.divider');
    if (!divider) return;
    const split = divider.closest('[data-split]');
    divider.setPointerCapture(e.pointerId);
    divider.classList.add('moving');
    let moved = false;
    const percentAt = x => { const box = split.getBoundingClientRect(); return (x - box.left) / box.width * 100; };
    const move = m => { moved = true; set(split, percentAt(m.clientX)); };
    divider.addEventListener('pointermove', move);
    divider.addEventListener('lostpointercapture', u => {
      divider.removeEventListener('pointermove', move);
      divider.classList.remove('moving');
      if (moved) keep(split, percentAt(u.clientX));   // a click is no move
    }, { once: true });
  });

  document.addEventListener('dblclick', e => {
    const split = e.target.closest?.('.case-divider')?.closest('[data-split]');
    if (split) usual(split);
  });

  document.addEventListener('keydown', e => {
    const divider = e.target.closest?.('.divider');
    if (!divider) return;
    const split = divider.closest('[data-split]'), [least, most] = bounds(split);
    const now = Number(divider.getAttribute('aria-valuenow'));
    const next = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: least, End: most }[e.key];
    if (e.key === 'Enter' && isOfCase(split)) usual(split);
    else if (next !== undefined) keep(split, next);
    else return;
    e.preventDefault();
    e.stopPropagation();
  });

  // Pages of a circuit come and go without a load.
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
  restore();
})();
