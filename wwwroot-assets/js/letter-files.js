// Files of a draft: chosen, dropped or pasted; one after the other, each as a raw stream to the draft's address.
// `before` makes sure that there is a draft the file can join.
export function uploads(root, urlOf, screen, before = async () => {}) {
  const line = root.querySelector('.letter-upload');
  const box = root.querySelector('.upload');
  const input = box.querySelector('input');
  let queue = Promise.resolve();

  // Two places: what was refused stays until the next choice, whatever becomes of the files chosen with it.
  const [news, refused] = [document.createElement('span'), document.createElement('div')];
  refused.className = 'upload-refused';
  refused.setAttribute('role', 'alert');
  line.parentElement.querySelector('.upload-refused')?.remove();   // of an earlier intake on the same page
  line.replaceChildren(news);
  line.after(refused);

  const say = (word, name) => { news.textContent = root.dataset[word].replace('{0}', name); };
  const refuse = sentence => {
    const entry = document.createElement('li');
    entry.textContent = sentence;
    news.textContent = '';
    if (!refused.firstChild) refused.append(document.createElement('ul'));
    refused.firstChild.append(entry);
  };

  async function send(file) {
    say('uploading', file.name);
    try {
      await before();
      const answer = await fetch(`${urlOf()}/ek`, { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', 'X-Dosya-Adi': encodeURIComponent(file.name.toWellFormed()) } });
      if (!answer.ok) return refuse(`${file.name}: ${(await answer.json()).message}`);
      say('uploaded', file.name);
      await screen.invokeMethodAsync('FileAddedAsync');
    } catch {
      refuse(root.dataset.uploadLost.replace('{0}', file.name));
    }
  }

  const add = files => {
    if (files.length) refused.replaceChildren();
    for (const file of files) queue = queue.then(() => send(file));
  };

  input.addEventListener('change', () => { add([...input.files]); input.value = ''; });
  box.addEventListener('dragover', e => { e.preventDefault(); box.classList.add('over'); });
  box.addEventListener('dragleave', () => box.classList.remove('over'));
  box.addEventListener('drop', e => { e.preventDefault(); box.classList.remove('over'); add([...e.dataTransfer.files]); });
  (root.querySelector('.letter-area') ?? root).addEventListener('paste', e => { if (e.clipboardData.files.length && !e.clipboardData.getData('text/plain')) { e.preventDefault(); add([...e.clipboardData.files]); } });
}
