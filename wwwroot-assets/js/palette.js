// The palette (Ctrl+K): boxes out of the menu, acts of the page that can be done now, a case by its number, a search. All of it is read from
// the page when it opens; nothing is offered that a click could not reach. The options are text, never markup.
(() => {
  const dialog = document.getElementById('palette'), table = document.getElementById('palette-table');
  if (!dialog) return;
  const input = document.getElementById('palette-text'), list = document.getElementById('palette-options'), told = document.getElementById('palette-told');
  const acts = JSON.parse(table.dataset.acts);
  let all = [], shown = [], active = 0;

  // As TurkishFold does: İ, I, ı and i are one, marks are dropped.
  const fold = text => text.toLocaleLowerCase('tr').replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '');
  const words = text => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const usable = el => !el.disabled && el.ariaDisabled !== 'true' && el.checkVisibility();
  const wordsOn = el => { const copy = el.cloneNode(true); copy.querySelectorAll('kbd').forEach(key => key.remove()); return copy.textContent.trim(); };
  const goTo = address => window.Blazor?.navigateTo ? window.Blazor.navigateTo(address) : location.assign(address);

  function entries() {
    const doable = acts.flatMap(({ act, keys, word }) => {
      const target = [...document.querySelectorAll(`[data-act="${CSS.escape(act)}"]`)].find(usable);
      return target ? [{ label: word ?? wordsOn(target), hint: table.dataset.act, keys, run: () => target.matches('input, textarea, select') ? target.focus() : target.click() }] : [];
    });
    const boxes = [...document.querySelectorAll('#menu a')].map(link => ({
      label: link.querySelector('span:not(.icon)')?.textContent ?? link.textContent,
      hint: link.closest('[role=group]')?.querySelector('.menu-heading')?.textContent ?? '', run: () => link.click(),
    }));
    return [...doable, ...boxes];
  }

  function typedEntries(text) {
    const digits = /^\d{4}[- –]?\d{7}[- –]?\d$/.test(text) ? text.replace(/\D/g, '') : '';
    const number = digits && `${digits.slice(0, 4)}-${digits.slice(4, 11)}-${digits.slice(11)}`;
    return {
      first: number ? [{ label: table.dataset.case.replace('{0}', number), hint: '', run: () => goTo(table.dataset.caseAddress + number) }] : [],
      last: words(text).length ? [{ label: table.dataset.search.replace('{0}', text), hint: '', run: () => goTo(`${table.dataset.searchAddress}?q=${encodeURIComponent(text)}`) }] : [],
    };
  }

  function show() {
    const text = input.value.trim(), typed = words(text), { first, last } = typedEntries(text);
    const found = all.filter(e => { const has = words(`${e.label} ${e.hint}`); return typed.every(t => has.some(w => w.startsWith(t))); });
    shown = [...first, ...found, ...last];
    list.replaceChildren(...shown.map((entry, at) => {
      const option = Object.assign(document.createElement('li'), { id: `palette-${at}`, role: 'option' });
      option.append(Object.assign(document.createElement('span'), { textContent: entry.label }));
      option.append(Object.assign(document.createElement(entry.keys ? 'kbd' : 'small'), { textContent: entry.keys || entry.hint }));
      return option;
    }));
    told.textContent = shown.length ? told.dataset.some.replace('{0}', shown.length) : told.dataset.none;
    choose(0);
  }

  function choose(at) {
    active = shown.length ? (at + shown.length) % shown.length : -1;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === active));
    input.setAttribute('aria-expanded', shown.length > 0);
    if (active < 0) { input.removeAttribute('aria-activedescendant'); return; }
    input.setAttribute('aria-activedescendant', `palette-${active}`);
    list.children[active].scrollIntoView({ block: 'nearest' });
  }

  function run(entry) {
    dialog.close();   // first: what is done may open a dialog of its own, and focus goes back before it goes on
    entry?.run();
  }

  // However it was opened; a dialog tells nobody when it is.
  new MutationObserver(() => {
    if (!dialog.open) return;
    all = entries();
    input.value = '';
    show();
  }).observe(dialog, { attributes: true, attributeFilter: ['open'] });

  input.addEventListener('input', show);
  input.addEventListener('keydown', e => {
    if (e.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) choose(active + step); else if (e.key === 'Enter' && !e.ctrlKey) run(shown[active]); else return;
    e.preventDefault();
    e.stopPropagation();
  });
  list.addEventListener('mousedown', e => e.preventDefault());   // the field keeps the focus
  list.addEventListener('click', e => { const at = [...list.children].indexOf(e.target.closest('li')); if (at >= 0) run(shown[at]); });
})();
