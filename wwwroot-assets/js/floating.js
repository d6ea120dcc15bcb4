// Things that float: native dialogs, the phone's menu sheet, notices. No state of its own.
(() => {
  const open = dialog => { if (dialog && !dialog.open) dialog.showModal(); };
  const close = dialog => dialog?.close();
  // What had the focus went with its step, or the step is still looked at; who is elsewhere by now stays there.
  const goOnAt = el => { const at = document.activeElement; if (!at || at === document.body || at.closest('.bulk')) el?.focus(); };
  window.bimer = { open, close, goOnAt };   // called by Dialog.razor and BulkPanel.razor.cs

  // Something goes on that ends with the window. Once its circuit is gone it has ended, and nothing stands in the way of the new page.
  let isGone = false;
  addEventListener('bimer-reload', () => { isGone = true; });
  addEventListener('beforeunload', e => { if (!isGone && document.querySelector('[data-working]')) e.preventDefault(); });

  document.addEventListener('click', e => {
    const opener = e.target.closest('[data-opens]');
    if (opener) { document.querySelector(':popover-open')?.hidePopover(); open(document.getElementById(opener.dataset.opens)); }
    const closer = e.target.closest('[data-closes]');
    if (closer) close(document.getElementById(closer.dataset.closes));
    const copier = e.target.closest('[data-copies]');
    if (copier) navigator.clipboard?.writeText(copier.dataset.copies);
    if (e.target.closest('[data-prints]')) window.print();
    if (e.target.closest(':popover-open a')) document.querySelector(':popover-open').hidePopover();
    if (e.target.matches('[data-skip]')) { e.preventDefault(); document.getElementById('main').focus(); }   // "#main" would be a place under <base>
  });

  // Escape closes what is open and nothing below it: the open list of a field, a question or a name that is being changed before the dialog they stand in.
  document.addEventListener('keydown', e => {
    if (e.key !== 'Escape' || e.isComposing) return;
    const no = e.target.closest?.('dialog')?.querySelector('[data-escape]'), was = e.target.dataset?.was;
    if (no) no.click();
    else if (was !== undefined && e.target.value !== was) e.target.value = was;   // as it was when it took the focus: leaving it changes nothing
    else if (!e.target.matches?.('.picker > [role=combobox][aria-expanded=true]')) return;
    e.preventDefault();
  }, true);

  // A notice ends when its life bar has run out; CSS stops the bar while pointer or focus is on it.
  document.addEventListener('animationend', e => {
    if (e.animationName === 'life') e.target.closest('.toast')?.querySelector('[data-ends]')?.click();
  });
})();
