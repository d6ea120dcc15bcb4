// Templates by "::" (S46): what is typed behind it narrows a list under the text, arrows walk it, Enter or Tab takes one, Escape closes it. The
// text keeps the focus; the list is told to screen readers as the text's own (WAI-ARIA combobox of a text box).
const called = /::([\p{L}\d-]{0,40})$/u;
const pause = 120;   // ms

export function templates(root, area, screen) {
  const box = root.querySelector('.letter-templates'), list = box.querySelector('ul'), line = box.querySelector('p');
  let timer = 0, asked = 0, chosen = 0, items = [];

  const close = () => {
    clearTimeout(timer);
    asked++;
    box.hidden = true;
    items = [];
    list.replaceChildren();
    line.textContent = '';
    area.removeAttribute('aria-activedescendant');
    area.removeAttribute('aria-controls');
  };

  // The call as it stands before the cursor, in one run of text.
  function call() {
    const at = getSelection();
    if (!at?.isCollapsed || at.anchorNode?.nodeType !== Node.TEXT_NODE || !area.contains(at.anchorNode)) return null;
    const found = called.exec(at.anchorNode.data.slice(0, at.anchorOffset));
    return found && { node: at.anchorNode, from: found.index, to: at.anchorOffset, typed: found[1] };
  }

  function hear() {
    clearTimeout(timer);
    const now = call();
    if (!now) return close();
    timer = setTimeout(() => ask(now.typed), pause);
  }

  async function ask(typed) {
    const mine = ++asked;
    if (document.documentElement.dataset.line === 'lost') return close();
    const found = await screen.invokeMethodAsync('TemplatesAsync', typed).catch(() => []);
    if (mine !== asked || !call()) return;   // somebody typed on
    [items, chosen] = [found, 0];
    list.replaceChildren(...items.map(drawn));
    line.textContent = items.length ? '' : root.dataset.templateNone.replace('{0}', typed);
    box.hidden = false;
    area.setAttribute('aria-controls', list.id);
    mark();
  }

  function drawn(item, i) {
    const row = document.createElement('li'), name = document.createElement('strong'), hint = document.createElement('small');
    [row.id, name.textContent, hint.textContent] = [`letter-template-${i}`, item.name, item.hint];
    row.setAttribute('role', 'option');
    row.append(name, hint);
    if (item.shortcut) {
      const word = document.createElement('kbd');
      word.textContent = `::${item.shortcut}`;
      row.append(word);
    }
    row.addEventListener('mousedown', e => e.preventDefault());   // the cursor stays in the text
    row.addEventListener('click', () => take(i));
    return row;
  }

  function mark() {
    for (const [i, row] of [...list.children].entries()) row.ariaSelected = String(i === chosen);
    if (!items.length) return area.removeAttribute('aria-activedescendant');
    area.setAttribute('aria-activedescendant', list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: 'nearest' });
  }

  async function take(i) {
    const now = call(), item = items[i];
    if (!now || !item) return close();
    const html = await screen.invokeMethodAsync('TemplateAsync', item.key).catch(() => '');
    const still = call();
    close();
    if (!html || !still) return;
    const at = getSelection(), range = document.createRange();
    range.setStart(still.node, still.from);
    range.setEnd(still.node, still.to);
    at.removeAllRanges();
    at.addRange(range);
    document.execCommand('insertHTML', false, html);   // cleaned by the server, and again when it is saved; one step of undoing takes it back
  }

  function key(e) {
    if (box.hidden) return;
    const last = items.length - 1;
    if (e.key === 'Escape') close();
    else if (e.key === 'ArrowDown' && items.length) { chosen = chosen === last ? 0 : chosen + 1; mark(); }
    else if (e.key === 'ArrowUp' && items.length) { chosen = chosen === 0 ? last : chosen - 1; mark(); }
    else if ((e.key === 'Enter' || e.key === 'Tab') && items.length) take(chosen);
    else return;
    e.preventDefault();
    e.stopPropagation();
  }

  area.addEventListener('input', hear);
  area.addEventListener('keydown', key);
  area.addEventListener('blur', close);
}
