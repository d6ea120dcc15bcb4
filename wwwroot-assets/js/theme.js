// Light, dark or the device's own. The server renders the choice from the cookie, so nothing flashes; this only saves a reload.
(() => {
  const root = document.documentElement;

  document.addEventListener('submit', e => {
    const button = e.submitter;
    if (!e.target.matches('[data-theme-form]') || button?.name !== 'tema') return;
    e.preventDefault();
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `bimer-tema=${button.value}; path=/; max-age=31536000; samesite=lax${secure}`;
    if (button.value === 'auto') delete root.dataset.theme; else root.dataset.theme = button.value;
    for (const other of document.querySelectorAll('[data-theme-form] button[name="tema"]'))
      other.setAttribute('aria-pressed', String(other.value === button.value));
  });
})();
