// Counts what is left of a long text in characters as people see them. Never blocks typing or pasting; the server's count rules.
// <textarea data-limit="6000" data-counter="id">, <p id="id" data-left="Kalan {0}" data-over="{0} karakter fazla"> and a twin with role=status.
const segments = window.Intl?.Segmenter ? new Intl.Segmenter('tr', { granularity: 'grapheme' }) : null;
const quiet = 1000;   // ms without typing before a reader is told

function length(text) {
  const normal = text.normalize('NFC').replace(/\r\n?/g, '\n');
  if (/^[\x00-\u02ff]*$/.test(normal)) return normal.length;   // plain Turkish: every unit is one character
  if (!segments) return [...normal].length;
  let n = 0;
  for (const _ of segments.segment(normal)) n++;
  return n;
}

function sentence(area, box) {
  const left = Number(area.dataset.limit) - length(area.value ?? area.innerText.trim());   // an editor has no value
  box.classList.toggle('over', left < 0);
  return (left < 0 ? box.dataset.over : box.dataset.left).replace('{0}', Math.abs(left).toLocaleString(document.documentElement.lang));
}

export function attach(area) {
  const box = document.getElementById(area.dataset.counter);
  if (!box || area.dataset.counted) return;
  area.dataset.counted = 'yes';
  const voice = document.createElement('p');
  voice.className = 'sr';
  voice.setAttribute('role', 'status');
  box.after(voice);
  box.setAttribute('aria-hidden', 'true');
  let timer = 0, frame = 0;
  const show = () => { box.textContent = sentence(area, box); };
  area.addEventListener('input', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(show);
    clearTimeout(timer);
    timer = setTimeout(() => { voice.textContent = sentence(area, box); }, quiet);
  });
  show();
}

for (const area of document.querySelectorAll('textarea[data-limit]')) attach(area);
