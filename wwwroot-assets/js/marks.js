// Words of a letter that are marked for correction (S50). What is selected in a letter comes into the field that asks for words; what is marked
// is shown in the letter by a highlight of the browser's own, which changes nothing of the text, neither of a sheet nor of the editor.
(() => {
  const pause = 250;   // ms: somebody who drags over a sentence asks once
  const longest = 300;
  const blocks = 'P, LI, TD, TH, H3, H4, BLOCKQUOTE, TR, BR, DIV';
  let timer = 0, asked = false, told = '', chosen = '', asking = null;   // asking: the field that was there at the last look

  const tidy = words => words.replace(/\s+/gu, ' ').trim();

  // Heard at once and put later: the form that asks for words takes the focus when it opens, and with it the selection.
  function hear() {
    const selection = document.getSelection();
    if (!selection?.rangeCount) return;
    const place = selection.getRangeAt(0).commonAncestorContainer;
    if (!(place.nodeType === Node.ELEMENT_NODE ? place : place.parentElement)?.closest('[data-marked]')) return;
    chosen = tidy(selection.toString()).slice(0, longest);
    clearTimeout(timer);
    timer = setTimeout(put, pause);
  }

  function put() {
    const field = document.getElementById('mark-quote');
    if (!field || chosen.length === 0) return;
    field.value = chosen;
    chosen = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // The letters of one letter in a row, each with the place it came from; one space for any run of it and between two blocks.
  function lettersOf(root) {
    const row = [];
    const walk = node => {
      if (node.nodeType === Node.TEXT_NODE) {
        for (let i = 0; i < node.data.length; i++) {
          const isSpace = /\s/u.test(node.data[i]);
          if (!isSpace || row.length > 0 && row[row.length - 1].letter !== ' ') row.push({ letter: isSpace ? ' ' : node.data[i], node, at: i });
        }
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches('.sr')) return;
      const isBlock = node.matches(blocks);
      const part = () => row.length > 0 && row[row.length - 1].letter !== ' ' && row.push({ letter: ' ', node: null, at: 0 });
      if (isBlock) part();
      node.childNodes.forEach(walk);
      if (isBlock) part();
    };
    walk(root);
    return row;
  }

  function rangesIn(root, quotes) {
    const row = lettersOf(root), text = row.map(place => place.letter).join(''), ranges = [];
    for (const quote of quotes) {
      for (let from = text.indexOf(quote); from >= 0 && quote; from = text.indexOf(quote, from + quote.length)) {
        const places = row.slice(from, from + quote.length).filter(place => place.node);
        if (places.length === 0) continue;
        const range = new StaticRange({
          startContainer: places[0].node, startOffset: places[0].at, endContainer: places[places.length - 1].node, endOffset: places[places.length - 1].at + 1,
        });
        ranges.push(range);
      }
    }
    return ranges;
  }

  function look() {
    asked = false;
    const field = document.getElementById('mark-quote');
    if (field && field !== asking) put();   // selected before the form was there
    asking = field;
    if (CSS.highlights) show();              // without them the list of marks says all of it in words
  }

  function show() {
    const quotes = [...document.querySelectorAll('q[data-mark]')].map(q => tidy(q.dataset.mark));
    if (quotes.length === 0 && !told) return;
    told = quotes.join('');
    CSS.highlights.set('marks', new Highlight(...[...document.querySelectorAll('[data-marked]')].flatMap(letter => rangesIn(letter, quotes))));
  }

  document.addEventListener('selectionchange', hear);
  new MutationObserver(() => { if (!asked) { asked = true; requestAnimationFrame(look); } }).observe(document.body, { childList: true, characterData: true, subtree: true });
  look();
})();
