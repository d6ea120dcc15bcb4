// "Bağlantı ekle": words and an address, typed into a dialog. What may be led to is decided by the server, which builds every text anew
// (SafeLink); saying no here spares the writer the surprise. The whole address stands behind the words wherever somebody signs or prints.
const schemes = ['http:', 'https:', 'mailto:'];

/** The address as it will stand, or null; what is typed like one without a scheme gets it. */
export function addressOf(typed) {
  const bare = typed.trim();
  const full = /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+$/.test(bare) ? `mailto:${bare}` : /^[^\s@:/?#]+\.\p{L}{2,}([/?#]|$)/u.test(bare) ? `https://${bare}` : bare;
  if (!full || /[\s\\<>"'`{}]/.test(full) || !URL.canParse(full)) return null;
  const url = new URL(full);
  const isPage = url.protocol !== 'mailto:' && /^https?:\/\//i.test(full) && url.hostname && !url.username && !url.password;
  return schemes.includes(url.protocol) && (url.protocol === 'mailto:' ? url.pathname.length > 0 : isPage) ? full : null;
}

/** Returns what opens the dialog. */
export function linking(dialog, area) {
  const [words, address] = dialog.querySelectorAll('input'), problem = dialog.querySelector('[role=alert]');
  const remove = dialog.querySelector('[data-link=remove]');
  let at = null, link = null;

  const here = () => { const now = getSelection(); return now.rangeCount && area.contains(now.anchorNode) && area.contains(now.focusNode) ? now.getRangeAt(0).cloneRange() : null; };
  const linkAt = range => (range?.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range?.startContainer)?.closest?.('a');

  function say(word, bad) {
    problem.textContent = word ? problem.dataset[word] : '';
    address.ariaInvalid = word ? 'true' : null;
    bad?.focus();
  }

  function open() {
    at = here();
    link = linkAt(at) ?? null;
    if (link && area.contains(link)) { at = document.createRange(); at.selectNode(link); } else link = null;
    words.value = link?.textContent ?? at?.toString().replace(/\s+/g, ' ').trim() ?? '';
    address.value = link?.getAttribute('href') ?? (addressOf(words.value) ? words.value : '');
    remove.hidden = !link;
    say('');
    dialog.showModal();
    (words.value ? address : words).focus();
  }

  // Into the text as if it were typed: one step of undoing takes it back.
  function put(html) {
    dialog.close();
    area.focus();
    const now = getSelection();
    if (at) { now.removeAllRanges(); now.addRange(at); } else { now.selectAllChildren(area.lastElementChild ?? area); now.collapseToEnd(); }
    document.execCommand('insertHTML', false, html);
  }

  function set() {
    const to = addressOf(address.value);
    if (!to) return say(address.value.trim() ? 'unfit' : 'missing', address);
    const made = document.createElement('a');
    made.setAttribute('href', to);
    made.textContent = words.value.trim() || to.replace(/^mailto:/i, '');
    put(made.outerHTML);
  }

  function unlink() {
    const plain = document.createElement('span');
    plain.textContent = link.textContent;
    put(plain.innerHTML);
  }

  dialog.querySelector('[data-link=set]').addEventListener('click', set);
  remove.addEventListener('click', unlink);
  dialog.addEventListener('keydown', e => { if (e.key === 'Enter' && e.target.matches('input')) { e.preventDefault(); set(); } });
  return open;
}
