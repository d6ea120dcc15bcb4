// A thin bar instead of a wall: the page stays readable while the circuit is being found again.
// Blazor reports by classes on #components-reconnect-modal; a circuit the server no longer knows (restart) means: load the page anew.
(() => {
  const bar = document.getElementById('components-reconnect-modal');
  const root = document.documentElement;
  const pauses = [0, 1000, 2000, 3000, 5000, 8000, 13000, 20000, 30000];
  const reloadKey = 'bimer-reloaded-at';
  const longestSave = 10000;
  let waiting = null, reported = '';

  const count = document.createElement('span');
  count.setAttribute('aria-hidden', 'true');   // a reader hears the sentence once, not every second

  new ResizeObserver(() => { if (bar.offsetHeight) document.body.style.setProperty('--line-bar', `${bar.offsetHeight}px`); }).observe(bar);

  function say(text, isBack) {
    bar.replaceChildren(document.createTextNode(text));
    bar.classList.add('shown');
    bar.classList.toggle('back', isBack);
  }

  function lost() {
    if (root.dataset.line === 'lost') return;
    root.dataset.line = 'lost';
    say(bar.dataset.lost, false);
    bar.append(count);
    dispatchEvent(new Event('bimer-lost'));
  }

  function back() {
    if (root.dataset.line !== 'lost') return;
    delete root.dataset.line;
    say(bar.dataset.back, true);
    setTimeout(() => bar.classList.remove('shown', 'back'), 4000);
    dispatchEvent(new Event('bimer-back'));
  }

  async function reload() {
    // What is being typed saves itself before its page goes.
    const work = [];
    dispatchEvent(new CustomEvent('bimer-reload', { detail: work }));
    // A page that is refused right after a reload waits, or a sick server would be asked without end.
    const last = Number(sessionStorage.getItem(reloadKey) ?? 0);
    const pause = Date.now() - last < 10000 ? 10000 : 0;
    say(bar.dataset.reload, false);
    await Promise.race([Promise.allSettled(work), new Promise(done => { setTimeout(done, longestSave); })]);
    setTimeout(() => { sessionStorage.setItem(reloadKey, String(Date.now())); location.reload(); }, pause);
  }

  // Blazor asks for the pause before each try; the first try is at once, the pauses grow to half a minute and never end.
  function pauseBefore(attempt) {
    const pause = pauses[Math.min(attempt, pauses.length - 1)];
    clearInterval(waiting);
    let left = Math.round(pause / 1000);
    const tick = () => { count.textContent = left > 0 ? bar.dataset.retry.replace('{0}', left--) : ''; };
    tick();
    waiting = setInterval(tick, 1000);
    return pause;
  }

  new MutationObserver(() => {
    const state = ['show', 'hide', 'failed', 'rejected'].find(s => bar.classList.contains(`components-reconnect-${s}`));
    if (state === reported) return;   // our own class changes are mutations too
    reported = state;
    if (state === 'show') lost();
    else if (state === 'hide') { clearInterval(waiting); back(); }
    else if (state === 'failed' || state === 'rejected') { lost(); clearInterval(waiting); reload(); }
  }).observe(bar, { attributes: true, attributeFilter: ['class'] });

  Blazor.start({ circuit: { reconnectionOptions: { maxRetries: undefined, retryIntervalMilliseconds: pauseBefore, dialogId: bar.id } } });
})();
