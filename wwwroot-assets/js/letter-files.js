// Files of a draft: chosen, dropped or pasted; one after the other, each as a raw stream to the draft's address.
// `before` makes sure that there is a draft the file can join.
export function uploads(root, urlOf, screen, before = async () => {}) {
  const line = root.querySelector('.letter-upload');
  const box = root.querySelector('.upload');
  const input = box.querySelector('input');
  let queue = Promise.resolve();

  const show = (text, isBad) => { line.textContent = text; line.classList.toggle('field-error', isBad); };
  const say = (word, name) => show(root.dataset[word].replace('{0}', name), word === 'uploadLost');
  const refuse = sentence => show(sentence, true);

  async function send(file) {
    say('uploading', file.name);
    try {
      await before();
      const answer = await fetch(`${urlOf()}/ek`, { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream', 'X-Dosya-Adi': encodeURIComponent(file.name.toWellFormed()) } });
      if (!answer.ok) return refuse(`${file.name}: ${(await answer.json()).message}`);
      say('uploaded', file.name);
      await screen.invokeMethodAsync('FileAddedAsync');
    } catch {
      say('uploadLost', file.name);
    }
  }

  const add = files => { for (const file of files) queue = queue.then(() => send(file)); };

  input.addEventListener('change', () => { add([...input.files]); input.value = ''; });
  box.addEventListener('dragover', e => { e.preventDefault(); box.classList.add('over'); });
  box.addEventListener('dragleave', () => box.classList.remove('over'));
  box.addEventListener('drop', e => { e.preventDefault(); box.classList.remove('over'); add([...e.dataTransfer.files]); });
  (root.querySelector('.letter-area') ?? root).addEventListener('paste', e => { if (e.clipboardData.files.length && !e.clipboardData.getData('text/plain')) { e.preventDefault(); add([...e.clipboardData.files]); } });
}
