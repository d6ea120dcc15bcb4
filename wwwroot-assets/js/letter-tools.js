// The toolbar of a letter: one stop for Tab, arrow keys walk it (WAI-ARIA APG), pressed buttons follow the cursor.
import { linking } from './letter-link.js';

const blocks = { h3: 'h3', blockquote: 'blockquote' };

/** Returns what takes the toolbar away again. */
export function toolbar(bar, area) {
  const tools = [...bar.querySelectorAll('[data-command]')];
  const dialog = document.getElementById(`${area.id}-link`), link = dialog && linking(dialog, area);

  function isIn(block) {
    const node = getSelection()?.anchorNode;
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    return area.contains(element) && Boolean(element?.closest?.(block));
  }

  function show() {
    if (!area.contains(getSelection()?.anchorNode)) return;
    for (const tool of tools.filter(t => t.hasAttribute('aria-pressed'))) {
      const command = tool.dataset.command;
      tool.ariaPressed = String(blocks[command] ? isIn(command) : document.queryCommandState(command));
    }
  }

  function format(command) {
    if (command === 'link') return link();
    area.focus();
    if (blocks[command]) document.execCommand('formatBlock', false, isIn(command) ? 'p' : command);
    else document.execCommand(command);
    show();
  }

  function walk(e) {
    const at = tools.indexOf(e.target), last = tools.length - 1;
    const next = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[e.key];
    if (at < 0 || next === undefined) return;
    e.preventDefault();
    for (const [i, tool] of tools.entries()) tool.tabIndex = i === next ? 0 : -1;
    tools[next].focus();
  }

  for (const tool of tools) {
    tool.addEventListener('mousedown', e => e.preventDefault());   // the selection stays in the text
    tool.addEventListener('click', () => format(tool.dataset.command));
  }
  bar.addEventListener('keydown', walk);
  document.addEventListener('selectionchange', show);
  return () => document.removeEventListener('selectionchange', show);
}
