// A list that is come back to stands where it was left: per address, without the case beside it, in this tab.
(() => {
  function key() {
    const at = new URL(location);
    at.searchParams.delete('evrak');
    return `bimer-place-${at.pathname}${at.search}`;
  }

  function restore() {
    for (const rows of document.querySelectorAll('.rows:not([data-placed])')) {
      rows.dataset.placed = '';
      rows.scrollTop = Number(sessionStorage.getItem(key()) ?? 0);
    }
  }

  document.addEventListener('scroll', e => {
    if (e.target.matches?.('.rows')) sessionStorage.setItem(key(), String(e.target.scrollTop));
  }, { capture: true, passive: true });

  // Pages of a circuit come and go without a load.
  new MutationObserver(restore).observe(document.body, { childList: true, subtree: true });
  restore();
})();
