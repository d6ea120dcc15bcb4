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

  // A list knows the address it belongs to: its scrolling is heard a frame later, when the page may have another one.
  function restore() {
    for (const rows of document.querySelectorAll('.rows:not([data-place])')) {
      rows.dataset.place = key();
      rows.scrollTop = Number(sessionStorage.getItem(rows.dataset.place) ?? 0);
    }
  }

  function keep(rows) {
    if (rows.dataset.place) sessionStorage.setItem(rows.dataset.place, String(rows.scrollTop));
  }

  document.addEventListener('scroll', e => {
    if (e.target.matches?.('.rows')) keep(e.target);
  }, { capture: true, passive: true });

  // Left before that frame came, the list would be gone without a word.
  document.addEventListener('click', () => document.querySelectorAll('.rows').forEach(keep), true);

  // Pages of a circuit come and go without a load; a case like the one before changes nothing but letters.
  new MutationObserver(() => { begin(); restore(); }).observe(document.body, { childList: true, characterData: true, subtree: true });
  restore();
})();
