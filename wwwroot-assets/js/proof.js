// The human check where there is a script: works in the background while the page is read, and fills in the proof.
(() => {
  const form = document.querySelector('form[data-proof]');
  if (!form || form.dataset.bits === '0' || !window.Worker) return;
  const field = form.elements['Form.Proof'];
  const word = form.querySelector('[data-proof-words]');
  let waiting = null;

  const worker = new Worker(form.dataset.worker);
  worker.onmessage = ({ data }) => {
    field.value = data;
    worker.terminate();
    if (waiting) { word.textContent = ''; form.requestSubmit(waiting); }
  };
  worker.onerror = () => { if (waiting) form.submit(); };   // then the code on the phone
  worker.postMessage({ challenge: form.dataset.proof, bits: Number(form.dataset.bits) });

  // Before portal.js marks the form as sent.
  form.addEventListener('submit', e => {
    if (field.value || form.elements['Form.Code']?.value) return;
    e.preventDefault();
    e.stopPropagation();
    waiting = e.submitter ?? form.querySelector('button');
    word.textContent = word.dataset.proofWords;
  });
})();
