// What comes from a word processor, reduced to what a letter may have. The server does the same again and does not trust this.
const kept = new Set(['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'H3', 'H4', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'A']);
const dropped = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'OBJECT', 'IFRAME', 'TEMPLATE', 'SVG', 'MATH', 'IMG', 'NOSCRIPT']);
const renamed = { H1: 'H3', H2: 'H3', H5: 'H4', H6: 'H4', DIV: 'P' };

/** A fragment of allowed elements without attributes, as text. */
export function clean(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');   // inert: nothing loads, nothing runs
  const out = document.createElement('div');
  copy(page.body, out);
  return out.innerHTML;
}

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data.replace(/[\r\n\t]+/g, ' '));
    if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName)) continue;
    const name = renamed[node.tagName] ?? node.tagName;
    if (!kept.has(name) || name === 'P' && node.querySelector('p, div, ul, ol, table')) { copy(node, to); continue; }
    const element = document.createElement(name);
    if (name === 'A' && /^(https?:|mailto:)/i.test(node.getAttribute('href') ?? '')) element.setAttribute('href', node.getAttribute('href'));
    copy(node, element);
    to.append(element);
  }
}
