// The text of a petition at a desk: marked like a letter, sent with the rest of the form. The server cleans it on every save and on every way
// to a screen; cleaning on paste only keeps word processors' litter out of sight.
import { clean } from './letter-paste.js';
import { toolbar } from './letter-tools.js';

export class DeskText {
  constructor(root, changed) {
    this.area = root.querySelector('.desk-text');
    this.area.innerHTML = this.area.dataset.html || '<p><br></p>';   // cleaned by the server
    document.execCommand('defaultParagraphSeparator', false, 'p');
    this.area.contentEditable = 'true';
    this.area.addEventListener('input', changed);
    this.area.addEventListener('paste', e => this.paste(e));
    this.drop = toolbar(root.querySelector('[role=toolbar]'), this.area);
  }

  get html() { return this.area.textContent.trim() ? this.area.innerHTML : ''; }

  paste(e) {
    const html = e.clipboardData.getData('text/html');
    if (!html) return;   // plain text is pasted as it is
    e.preventDefault();
    document.execCommand('insertHTML', false, clean(html));
  }
}
