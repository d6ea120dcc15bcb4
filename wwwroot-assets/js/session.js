// The session's clock on the page. Keys, clicks and touches count as activity (told at most once a minute), live redraws do not.
// Before the end a dialog counts down; other tabs may have prolonged the session, so the server is asked before anybody is warned.
(() => {
  const dialog = document.getElementById('session-warning');
  if (!dialog) return;
  const told = 60_000;
  const clock = dialog.querySelector('[data-countdown]'), spoken = dialog.querySelector('[data-spoken]');
  const text = document.getElementById('session-warning-text');
  let endsAt = Infinity, warning = 0, isFinal = false, isKnown = false, toldAt = Date.now(), saidAt = -1;

  const left = () => Math.max(0, Math.round((endsAt - Date.now()) / 1000));

  async function ask(method, address) {
    let answer;
    try { answer = await fetch(address, { method, cache: 'no-store', redirect: 'manual' }); } catch { return; }   // the line is down: the reconnect bar speaks
    if (answer.status === 401) { document.querySelector('[data-working]')?.removeAttribute('data-working'); location.reload(); return; }   // the server knows why it ended and where to come back to
    if (!answer.ok) return;
    const rest = await answer.json();
    endsAt = Date.now() + rest.left * 1000;
    ({ warning, isFinal } = rest);
  }

  // The longest time of a session cannot be prolonged: then the button only says "understood".
  async function prolong() {
    isKnown = isFinal;
    toldAt = Date.now();
    await ask('POST', '/oturum/ping');
    show();
  }

  function write(seconds) {
    const two = n => String(n).padStart(2, '0');
    clock.textContent = `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
    const minutes = Math.ceil(seconds / 60);   // a screen reader hears minutes, not every second
    if (minutes === saidAt) return;
    saidAt = minutes;
    spoken.textContent = minutes === 1 ? spoken.dataset.spokenOne : spoken.dataset.spoken.replace('{0}', minutes);
  }

  function show() {
    const seconds = left();
    if (seconds > warning || isFinal && isKnown) { if (dialog.open) dialog.close(); return; }
    text.textContent = isFinal ? text.dataset.final : text.dataset.idle;
    write(seconds);
    if (!dialog.open) dialog.showModal();
  }

  let asking = false;
  async function tick() {
    if (asking) return;
    if (left() <= warning && !dialog.open || left() === 0) {
      asking = true;
      await ask('GET', '/oturum/kalan');
      asking = false;
    }
    show();
  }

  for (const kind of ['keydown', 'pointerdown'])
    document.addEventListener(kind, e => { if (e.isTrusted && !dialog.open && Date.now() - toldAt > told) prolong(); }, { capture: true, passive: true });
  dialog.addEventListener('cancel', e => { e.preventDefault(); prolong(); });   // Esc prolongs
  dialog.querySelector('[data-prolong]').addEventListener('click', prolong);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) ask('GET', '/oturum/kalan').then(show); });

  ask('GET', '/oturum/kalan').then(() => setInterval(tick, 1000));
})();
