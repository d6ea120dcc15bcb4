// A list that is come back to stands where it was left: per address, without the case beside it, in this tab.
// What is opened begins at its first line: the page and the case scroll in frames of their own, which a circuit keeps from one to the next.
(() => {
  const shown = { page: location.pathname, beside: beside() };

  function beside() {
    return new URL(location).searchParams.get('evrak');
  }

  function key() {
    const at = new URL(location);
    at.searchParams.delete('evrak');
    return `bimer-place-${at.pathname}${at.search}`;
  }

  function begin() {
    const [turned, opened] = [shown.page !== location.pathname, shown.beside !== beside()];
    if (turned) document.querySelector('.work')?.scrollTo(0, 0);
    if (turned || opened) document.querySelector('.split .case')?.scrollTo(0, 0);
    [shown.page, shown.beside] = [location.pathname, beside()];
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

  // Pages of a circuit come and go without a load; a case like the one before changes nothing but letters.
  new MutationObserver(() => { begin(); restore(); }).observe(document.body, { childList: true, characterData: true, subtree: true });
  restore();
})();
