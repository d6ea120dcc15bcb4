// The pages of a file, looked at without leaving the page: over it, and beside the form at a desk of recording. Every page is a picture the server drew.
(() => {
  const viewer = document.getElementById('page-viewer');
  if (!viewer) return;
  const find = selector => viewer.querySelector(selector);
  const [title, at, told, sheet, image] = ['h2', '.viewer-at', '.viewer-told', '.viewer-sheet', 'img'].map(find);
  const zooms = [1, 1.5, 2, 3];
  let url = '', file = '', opener = null, pages = 0, page = 0, zoom = 0, asked = 0;

  const fill = (words, ...facts) => facts.reduce((text, fact, i) => text.replace(`{${i}}`, fact), words);

  function say(word) {
    told.textContent = word ? viewer.dataset[word] : '';
    viewer.dataset.state = word || 'shown';
    sheet.setAttribute('aria-busy', String(word === 'drawing'));
  }

  async function open(button) {
    const turn = ++asked;
    [opener, url, file, pages, page] = [button, button.dataset.view, button.dataset.file, 0, 0];
    title.textContent = file;
    at.textContent = '';
    image.hidden = true;
    image.removeAttribute('src');
    size(0);
    say('drawing');
    if (viewer.open) viewer.close();
    const isBeside = !!button.closest('.registering') && matchMedia('(min-width: 75em)').matches;
    viewer.classList.toggle('beside', isBeside);
    if (isBeside) viewer.show();
    else viewer.showModal();
    sheet.focus();
    const answer = await fetch(url, { headers: { Accept: 'application/json' } }).catch(() => null);
    const body = answer?.ok ? await answer.json().catch(() => null) : null;
    if (turn !== asked || !viewer.open) return;
    if (!body) return say(answer?.status === 503 ? 'busy' : 'failed');
    pages = body.pages;
    turnTo(1);
  }

  function turnTo(wanted) {
    if (wanted < 1 || wanted > pages || wanted === page) return;
    page = wanted;
    say('drawing');
    image.alt = fill(viewer.dataset.alt, file, page, pages);
    image.src = `${url}?no=${page}`;
    at.textContent = fill(viewer.dataset.at, page, pages);
    for (const [name, isEnd] of [['previous', page === 1], ['next', page === pages]]) find(`[data-viewer=${name}]`).setAttribute('aria-disabled', String(isEnd));
    sheet.scrollTo(0, 0);
  }

  function size(wanted) {
    zoom = Math.max(0, Math.min(zooms.length - 1, wanted));
    image.style.width = `${zooms[zoom] * 100}%`;
  }

  const acts = {
    previous: () => turnTo(page - 1), next: () => turnTo(page + 1), first: () => turnTo(1), last: () => turnTo(pages),
    smaller: () => size(zoom - 1), larger: () => size(zoom + 1), close: () => viewer.close(),
  };
  const keys = { ArrowLeft: 'previous', PageUp: 'previous', ArrowRight: 'next', PageDown: 'next', Home: 'first', End: 'last', '+': 'larger', '-': 'smaller', Escape: 'close' };

  image.addEventListener('load', () => { image.hidden = false; say(''); });
  image.addEventListener('error', () => { if (image.hasAttribute('src')) { image.hidden = true; say('failed'); } });
  viewer.addEventListener('click', e => acts[e.target.closest('[data-viewer]')?.dataset.viewer]?.());
  viewer.addEventListener('keydown', e => {
    if (e.ctrlKey || e.altKey || e.metaKey || !keys[e.key]) return;
    e.preventDefault();
    e.stopPropagation();
    acts[keys[e.key]]();
  });
  viewer.addEventListener('close', () => {
    asked++;
    image.removeAttribute('src');
    if (viewer.classList.contains('beside') && opener?.isConnected) opener.focus();
  });
  document.addEventListener('click', e => {
    const button = e.target.closest('[data-view]');
    if (button) open(button);
  });

  // What may not be seen any more, was taken out or was left behind goes from here too.
  new MutationObserver(() => {
    if (!viewer.open || opener.isConnected) return;
    opener = document.querySelector(`[data-view="${url}"]`) ?? opener;
    if (!opener.isConnected) viewer.close();
  }).observe(document.body, { childList: true, subtree: true });
})();
