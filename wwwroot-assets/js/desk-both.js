// Two drafts of one desk, field by field: what differs, with the words of the page.
const blank = '–';

// Codes that no field shows (topics, recipients) are the circuit's.
export function differing(root, mine, theirs) {
  const rows = [];
  for (const field of fieldsOf(root)) {
    const [here, there] = [mine[field.name] ?? '', theirs[field.name] ?? ''];
    if (here !== there) rows.push({ label: field.label, mine: field.words(here), theirs: field.words(there), isHtml: field.isHtml });
  }
  return rows;
}

export function fill(list, rows, side) {
  list.replaceChildren(...rows.flatMap(row => {
    const [term, words] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = row.label;
    if (row.isHtml && row[side]) { words.className = 'letter-text'; words.innerHTML = row[side]; }   // the editor's own, or cleaned by the server
    else words.textContent = row[side] || blank;
    return [term, words];
  }));
}

function fieldsOf(root) {
  const seen = new Map();
  for (const field of root.querySelectorAll('[name]')) {
    if (seen.has(field.name) || field.name === 'purpose' || field.name.startsWith('presence.')) continue;
    seen.set(field.name, { name: field.name, label: labelOf(root, field), words: value => wordsOf(root, field, value) });
  }
  const text = root.querySelector('.desk-text');
  const label = text.getAttribute('aria-label') ?? '';
  return [...seen.values(), { name: 'html', label: label.trim(), words: value => value, isHtml: true }];
}

function labelOf(root, field) {
  const label = field.type === 'radio' ? field.closest('fieldset')?.querySelector('legend') : field.id && root.querySelector(`label[for="${field.id}"]`);
  return (label?.textContent ?? field.getAttribute('aria-label') ?? '').trim();
}

function wordsOf(root, field, value) {
  if (field.tagName === 'SELECT') return [...field.options].find(option => option.value === value)?.textContent ?? value;
  if (field.type === 'radio') return root.querySelector(`[name="${field.name}"][value="${value}"]`)?.closest('label')?.textContent.trim() ?? value;
  if (field.type === 'checkbox') return value ? '✓' : '';
  return value;
}
