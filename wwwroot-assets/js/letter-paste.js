// What comes from a word processor, reduced to what a letter may have. The server does the same again and does not trust this.
const kept = new Set(['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'H3', 'H4', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'A']);
const dropped = new Set(['SCRIPT', 'STYLE', 'META', 'LINK', 'TITLE', 'HEAD', 'OBJECT', 'IFRAME', 'TEMPLATE', 'SVG', 'MATH', 'IMG', 'NOSCRIPT']);
const renamed = { H1: 'H3', H2: 'H3', H5: 'H4', H6: 'H4', DIV: 'P' };

/** A fragment of allowed elements without attributes, as text. */
export function clean(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');   // inert: nothing loads, nothing runs
  lists(page);
  const out = document.createElement('div');
  copy(page.body, out);
  return out.innerHTML;
}

// Word writes the items of a list as paragraphs that begin with their sign and say in their style that they are one.
function lists(page) {
  for (const item of page.querySelectorAll('p[style*="mso-list:"]:not([style*="mso-list:none"])')) {
    const sign = item.querySelector('[style*="mso-list:Ignore"]') ?? item.querySelector('[style*="mso-list: Ignore"]');
    const isNumber = /^\s*[\p{L}\p{N}]{1,4}[.)]/u.test(sign?.textContent ?? '');
    sign?.remove();
    const tag = isNumber ? 'OL' : 'UL', before = item.previousElementSibling;
    const list = before?.dataset.word === tag ? before : page.createElement(tag);
    list.dataset.word = tag;
    if (list !== before) item.before(list);
    const line = page.createElement('li');
    line.append(...item.childNodes);
    list.append(line);
    item.remove();
  }
}

// Bold, slanted and underlined by style alone; Google wraps all it copies in a <b> that is none. Read as text: no rule of a style is applied here.
const styles = { B: /font-weight:\s*(bold|[6-9]00)/i, I: /font-style:\s*italic/i, U: /text-decoration[^;]*underline/i };
const styleOf = element => element.getAttribute('style') ?? '';
const byStyle = element => element.tagName === 'SPAN' ? Object.keys(styles).filter(name => styles[name].test(styleOf(element))) : [];
const isBare = element => /^(B|STRONG)$/.test(element.tagName) && /(^|;)\s*font-weight:\s*(normal|400)/i.test(styleOf(element))
  || element.tagName === 'A' && !isAddress(element.getAttribute('href'));
const isAddress = address => /^(https?:|mailto:)/i.test(address ?? '');

function copy(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data.replace(/[\r\n\t]+/g, ' '));
    if (node.nodeType !== Node.ELEMENT_NODE || dropped.has(node.tagName)) continue;
    const name = renamed[node.tagName] ?? node.tagName;
    const styled = byStyle(node);
    if (styled.length) {
      copy(node, styled.reduce((at, tag) => at.appendChild(document.createElement(tag)), to));
      continue;
    }
    if (!kept.has(name) || isBare(node) || name === 'P' && node.querySelector('p, div, ul, ol, table')) { copy(node, to); continue; }
    const element = document.createElement(name);
    if (name === 'A') element.setAttribute('href', node.getAttribute('href'));
    copy(node, element);
    to.append(element);
  }
}
