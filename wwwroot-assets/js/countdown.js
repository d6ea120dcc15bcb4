// Time that runs out in sight: <span data-until="ms" data-now="ms">, both by the server's clock, so a wrong clock here does no harm.
(() => {
  const arrived = new WeakMap();   // when this page first saw the element, by its own clock
  const two = n => String(n).padStart(2, '0');

  setInterval(() => {
    for (const el of document.querySelectorAll('[data-until]')) {
      if (!arrived.has(el)) arrived.set(el, performance.now());
      const passed = performance.now() - arrived.get(el);
      const left = Math.max(0, Math.ceil((el.dataset.until - el.dataset.now - passed) / 1000));
      el.textContent = `${two(Math.floor(left / 60))}.${two(left % 60)}`;
    }
  }, 1000);
})();
