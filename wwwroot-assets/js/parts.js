// A part of a case that scrolls in itself (at-once.css) and holds nothing that takes the focus is reached by Tab and scrolled by the arrows.
(() => {
  const stops = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary';
  const scrolls = part => part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY === 'auto';
  let due = 0;

  function mark() {
    due = 0;
    for (const part of document.querySelectorAll('.case-columns .card, .petition-text > .text')) {
      if (part.matches(':focus')) continue;   // nobody loses where they are
      if (scrolls(part) && !part.querySelector(stops)) part.tabIndex = 0; else part.removeAttribute('tabindex');
    }
  }

  const soon = () => { due ||= requestAnimationFrame(mark); };
  new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  addEventListener('resize', soon);
  soon();
})();
