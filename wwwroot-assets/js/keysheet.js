// The sheet of keys (?): who is signed in changes letters there, or switches them off. Kept on the server; the page is loaded anew with them,
// for they stand on buttons, in the palette and in the table alike. Letters, forms of intake and forwards keep a draft; a short note does not:
// while one stands on the page, the page stays as it is, and the next way that is followed loads a page with the new keys.
(() => {
  const form = document.getElementById('key-form'), dialog = document.getElementById('key-help'), reopen = 'bimer-keys-kept';
  const letters = form?.elements.letters;
  if (!letters) return;
  const told = form.querySelector('.key-told'), shown = [...form.querySelectorAll('.key-shown[data-word]')];
  let typed = [];   // a field for each key, once somebody wants to change them
  const button = name => form.querySelector(`[data-keys=${name}]`);
  const show = el => { el.hidden = false; };

  function fieldFor(key) {
    const { word, usual, own, label } = key.dataset;
    const field = Object.assign(document.createElement('input'), { className: 'input key-typed', name: word, value: own ?? usual, maxLength: 3, autocomplete: 'off', autocapitalize: 'off', spellcheck: false, ariaLabel: label });
    field.dataset.usual = usual;
    key.hidden = true;
    key.after(field);
    return field;
  }

  function change() {
    typed = shown.map(fieldFor);
    button('change').hidden = true;
    show(button('usual'));
    show(button('keep'));
    typed[0].focus();
  }

  function tell(message, at) {
    told.textContent = message;
    for (const field of typed) field.ariaInvalid = field.name === at ? 'true' : null;
    form.elements[at]?.focus();
  }

  async function keep() {
    const now = typed.length ? typed.map(field => [field.name, field.value.trim(), field.dataset.usual]) : shown.map(({ dataset: key }) => [key.word, key.own ?? key.usual, key.usual]);
    const own = Object.fromEntries(now.filter(([, keys, usual]) => keys !== usual));
    let answer;
    try {
      answer = await fetch(form.dataset.address, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ isOff: !letters.checked, own }) });
    } catch { return tell(form.dataset.lost); }
    if (!answer.ok) { const no = await answer.json().catch(() => null); return tell(no?.message ?? form.dataset.lost, no?.at); }
    if (isWriting()) return stay();
    sessionStorage.setItem(reopen, '1');
    location.reload();
  }

  const written = new Set();
  const isNote = field => field.matches?.('textarea, input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=date]') && !form.contains(field);
  addEventListener('input', e => { if (isNote(e.target)) written.add(e.target); }, true);
  const isWriting = () => [...written].some(field => field.isConnected && field.value.trim());

  function stay() {
    tell(form.dataset.later);
    button('keep').hidden = true;
    addEventListener('click', e => {
      const link = e.target.closest?.('a[href]');
      const isPlain = e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey;
      if (isPlain && link && !link.target && link.origin === location.origin && link.pathname !== location.pathname) e.stopImmediatePropagation();   // the browser follows it, not the circuit
    }, true);
  }

  letters.addEventListener('change', () => show(button('keep')));
  button('change').addEventListener('click', change);
  button('usual').addEventListener('click', () => { letters.checked = true; for (const field of typed) field.value = field.dataset.usual; });
  form.addEventListener('submit', e => { e.preventDefault(); keep(); });

  // Back on the page one came from, the sheet says that it is so now.
  if (!sessionStorage.getItem(reopen)) return;
  sessionStorage.removeItem(reopen);
  dialog.showModal();
  told.textContent = form.dataset.kept;
})();
