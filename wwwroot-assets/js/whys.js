// Why an act of the case cannot be done now, told where somebody asks: under its row to pointer, focus and finger, aloud to whoever tried it by
// click or key. A button that shows its sign alone tells its name the same way. Who hears the page has both as name and description.
(() => {
  let hovered = null, focused = null, tried = null, shown = null;

  const isSign = el => el.matches('.lesser') && el.querySelector(':scope > span')?.offsetWidth <= 1;
  const askable = el => { const act = el?.closest?.('.acts > .btn'); return act && (act.dataset.why || isSign(act)) ? act : null; };
  const nameOf = el => el.querySelector(':scope > span').textContent.trim();
  const boxOf = el => el.closest('.acts').querySelector('.acts-told');

  // What was told is not so any more, or its button has gone.
  const meanwhile = new MutationObserver(changes => {
    if (changes.every(change => change.target.matches('.acts-told, .acts-said'))) return;   // our own
    tried = null;
    update();
  });

  function hide() {
    meanwhile.disconnect();
    if (shown?.isConnected) boxOf(shown).hidden = true;
    shown = null;
  }

  function show(el) {
    hide();
    const box = boxOf(el), why = el.dataset.why;
    box.replaceChildren(Object.assign(document.createElement('strong'), { textContent: nameOf(el) }), why ? ` – ${why}` : '');
    box.hidden = false;
    box.style.top = `${el.offsetTop + el.offsetHeight}px`;
    box.style.left = `${Math.max(8, Math.min(el.offsetLeft, box.parentElement.clientWidth - box.offsetWidth - 8))}px`;
    shown = el;
    meanwhile.observe(box.parentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-why'] });
  }

  function update() {
    const meant = [tried, hovered, focused].find(el => el?.isConnected && askable(el)) ?? null;
    if (meant) show(meant); else hide();
  }

  function say(el) {
    const live = el.closest('.acts').querySelector('.acts-said');
    live.textContent = '';
    requestAnimationFrame(() => { live.textContent = `${nameOf(el)}: ${el.dataset.why}`; });   // the same words twice are said twice
  }

  document.addEventListener('pointerover', e => {
    if (e.pointerType === 'touch' || e.target.closest?.('.acts-told')) return;   // what is told can be gone over
    const over = askable(e.target);
    if (over === hovered) return;
    hovered = over;
    update();
  });
  document.addEventListener('focusin', e => { focused = e.target.matches(':focus-visible') ? askable(e.target) : null; update(); });
  document.addEventListener('focusout', () => { focused = null; update(); });
  document.addEventListener('pointerdown', e => { if (tried && !e.target.closest?.('.acts-told')) { tried = null; update(); } });
  window.addEventListener('keydown', e => {
    if (!shown || ['Shift', 'Control', 'Alt', 'Meta'].includes(e.key)) return;
    tried = null;
    if (e.key === 'Escape') { hovered = focused = null; e.stopPropagation(); }   // closes what is open and nothing below it
    update();
  }, true);
  window.addEventListener('click', e => {
    const act = e.target.closest?.('[data-why][aria-disabled="true"]');
    if (!act) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    tried = act;
    update();
    say(act);
  }, true);
})();
