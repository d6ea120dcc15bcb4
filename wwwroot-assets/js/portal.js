// Comfort on the citizens' pages; each of them works without it.
(() => {
  const pause = 1500;   // ms without typing before the draft is saved
  const again = 10_000;   // ms after which a form that is still here may be sent once more

  // A second click must not send a second form; the server would answer both alike, but nobody should wonder.
  document.addEventListener('submit', e => {
    const form = e.target;
    if (!form.matches('[data-once]')) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = 'yes';
    e.submitter?.setAttribute('aria-busy', 'true');
  });
  const release = form => {
    delete form.dataset.sent;
    form.querySelectorAll('button[aria-busy]').forEach(button => button.removeAttribute('aria-busy'));
  };
  addEventListener('pageshow', () => document.querySelectorAll('[data-once]').forEach(release));

  for (const form of document.querySelectorAll('form[data-draft]')) {
    const word = form.querySelector('[data-saved]');
    let timer = 0, changes = 0, kept = 0;
    const post = keepalive => {
      const body = new URLSearchParams(new FormData(form));
      body.set('Form.Auto', 'yes');
      return fetch(location.pathname, { method: 'POST', body, redirect: 'manual', keepalive }).then(answer => answer.type === 'opaqueredirect' ? 'closed' : answer.ok ? 'saved' : 'unsaved', () => 'unsaved');
    };
    const save = async () => {
      if (form.dataset.sent) return;
      const sent = changes, outcome = await post(false);
      if (outcome === 'saved') kept = sent;
      if (!word || form.dataset.sent) return;
      word.textContent = word.dataset[outcome];
      word.classList.toggle('failed', outcome !== 'saved');
    };
    form.addEventListener('input', () => { changes++; clearTimeout(timer); timer = setTimeout(save, pause); });
    addEventListener('pagehide', () => { if (changes !== kept && !form.dataset.sent) post(true); });   // gone before the pause was over
  }

  // Districts of the chosen province only.
  for (const inner of document.querySelectorAll('select[data-within]')) {
    const outer = document.getElementById(inner.dataset.within);
    const groups = [...inner.querySelectorAll('optgroup')];
    const narrow = () => {
      const keep = groups.filter(group => !outer.value || group.dataset.group === outer.value);
      groups.forEach(group => group.remove());
      inner.append(...keep);
      if (inner.selectedOptions[0]?.disabled || !inner.selectedOptions.length) inner.value = '';
    };
    outer.addEventListener('change', narrow);
    narrow();
  }

  // A box above a long list: what is typed leaves only the choices that hold it.
  const fold = text => text.toLocaleLowerCase('tr').replaceAll('ı', 'i').normalize('NFD').replace(/\p{M}/gu, '');
  for (const list of document.querySelectorAll('select[data-filter]')) {
    const box = Object.assign(document.createElement('input'), { type: 'search', className: 'input', autocomplete: 'off' });
    box.setAttribute('aria-label', list.dataset.filter);
    box.placeholder = list.dataset.filter;
    list.before(box);
    const groups = [...list.querySelectorAll('optgroup')].map(group => [group, [...group.children]]);
    box.addEventListener('input', () => {
      const wanted = fold(box.value.trim());
      for (const [group, options] of groups) {
        const found = options.filter(option => option.selected || fold(option.textContent).includes(wanted));
        group.replaceChildren(...found);
        group.hidden = !found.length;
      }
    });
    box.addEventListener('keydown', e => { if (e.key === 'Enter') e.preventDefault(); });
  }

  // Chosen files are taken at once: whoever went on without the button lost them.
  for (const input of document.querySelectorAll('input[data-chosen]')) {
    const button = input.form.querySelector('button');
    // The same choice twice is no change: while files are chosen and the page is still here, the button is the way to try again.
    const show = () => { button.hidden = !input.files.length; };
    addEventListener('pageshow', show);
    const take = () => {
      document.getElementById(input.dataset.chosen).textContent = [...input.files].map(file => file.name).join(', ');
      show();
      release(input.form);
      if (!input.files.length) return;
      input.form.requestSubmit(button);
      setTimeout(release, again, input.form);
    };
    input.addEventListener('change', take);
    // Chosen before this script was here. What a browser puts back when somebody returns was sent once already.
    if (input.files.length && performance.getEntriesByType('navigation')[0]?.type === 'navigate') take();
    else show();
  }

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
})();
