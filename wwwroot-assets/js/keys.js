// Keyboard shortcuts. The server's table (#key-table) says what they are; keys are compared by event.key, so Q and F layouts agree.
// Buttons are found by data-act, rows of a list by data-row. Nothing fires while somebody types or while a dialog is open.
(() => {
  const table = JSON.parse(document.getElementById('key-table').dataset.rows);
  const pairTime = 1200;   // ms between the two keys of "g k"
  let first = '', firstAt = 0, left = '';   // left: the row somebody opened last, to go on from there

  const isTyping = el => el.isContentEditable || el.matches('[data-walks] *, textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
  const isUsable = el => !el.disabled && el.ariaDisabled !== 'true' && el.checkVisibility();
  // Caps Lock changes no letter, only Shift makes a capital of it; I, İ, ı and i are one, as they are to the search.
  const letterOf = e => { const low = e.key.toLocaleLowerCase('tr').replace('ı', 'i'); return e.shiftKey && !e.ctrlKey && !e.metaKey ? low.toUpperCase() : low; };
  const nameOf = e => (e.ctrlKey || e.metaKey ? 'Ctrl+' : '') + (/^\p{L}$/u.test(e.key) ? letterOf(e) : e.key === 'Enter' && e.ctrlKey && e.shiftKey ? 'Shift+Enter' : e.key);

  function move(step) {
    const rows = [...document.querySelectorAll('[data-row]')];
    if (rows.length === 0) return false;
    const here = rows.findIndex(r => (r.closest('li') ?? r).contains(document.activeElement));
    const open = rows.findIndex(r => r.ariaCurrent === 'true');
    const from = here >= 0 ? here : open >= 0 ? open : rows.findIndex(r => r.getAttribute('href') === left);
    const row = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
    row.focus();
    row.scrollIntoView({ block: 'nearest' });
    return true;
  }

  // Ticks the box beside the row that has the focus. Before there are boxes the button that brings them is pressed first.
  function pick(isRange) {
    const item = document.activeElement.closest('li:has(> [data-row])');
    const tick = () => item?.querySelector(':scope > .pick input:enabled')?.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: isRange }));
    if (document.querySelector('.pick')) return tick() ?? false;
    const button = [...document.querySelectorAll('[data-act=pick]')].find(isUsable);
    if (!button) return false;
    const boxes = new MutationObserver(() => item?.querySelector('.pick') && (boxes.disconnect(), tick()));
    if (item) boxes.observe(item, { childList: true });
    button.click();
    return true;
  }

  function act(name) {
    // Escape closes what is open and nothing below it; out of a bulk form it would throw away what the form is about.
    if (name === 'pick-end' && (document.querySelector(':popover-open') || document.activeElement.closest('.bulk'))) return false;
    if (name === 'next') return move(1);
    if (name === 'previous') return move(-1);
    if (name === 'pick' || name === 'pick-range') return pick(name === 'pick-range');
    // What lies behind an open dialog is drawn and can be clicked by a script, and nobody means it.
    const scope = document.querySelector('dialog[open]:not(.beside)') ?? document;
    const acts = [...scope.querySelectorAll(`[data-act="${CSS.escape(name)}"]`)];
    // What cannot be done now says why when it is pressed (whys.js), by its key too.
    const target = acts.find(isUsable) ?? acts.find(el => el.dataset.why && el.checkVisibility());
    if (!target) return name === 'help' && openHelp();
    if (target.matches('input:not([type=checkbox]), textarea, select')) target.focus(); else target.click();
    return true;
  }

  function openHelp() {   // on a phone's width the button is hidden, the key still works
    document.getElementById('key-help')?.showModal();
    return true;
  }

  function go(address) {
    const link = [...document.querySelectorAll('#menu a')].find(a => new URL(a.href).pathname === address);
    if (link) link.click(); else location.assign(address);   // a click stays in the circuit
    return true;
  }

  document.addEventListener('keydown', e => {
    const name = nameOf(e);
    if (e.isComposing || e.altKey || e.repeat && name !== 'j' && name !== 'k') return;
    const pair = first && e.timeStamp - firstAt < pairTime ? `${first} ${name}` : '';
    const row = table.find(r => r.keys === pair) ?? table.find(r => r.keys === name);
    first = table.some(r => r.keys.startsWith(`${name} `)) && !pair ? name : '';
    firstAt = e.timeStamp;
    if (row?.act === 'palette' && document.querySelector('dialog[open]:not(.beside)')) { e.preventDefault(); return; }   // the browser has a use of its own for it
    if (!row || !row.inFields && (isTyping(e.target) || document.querySelector('dialog[open]:not(.beside)'))) return;
    if (row.act && act(row.act) || row.go && go(row.go)) { e.preventDefault(); first = ''; }
  });

  // In a tree they go from line to line; the page would scroll as well.
  document.addEventListener('keydown', e => { if (e.target.matches('[data-walks] *') && ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', ' '].includes(e.key)) e.preventDefault(); }, true);

  document.addEventListener('focusin', e => { if (e.target.matches('a[data-row]')) left = e.target.getAttribute('href'); });

  // Blazor would open the case here; with Ctrl, Shift or Meta the browser's own new tab or window is meant.
  window.addEventListener('click', e => {
    if ((e.ctrlKey || e.metaKey || e.shiftKey) && e.target.closest?.('a[data-row]')) e.stopImmediatePropagation();
  }, true);
})();
