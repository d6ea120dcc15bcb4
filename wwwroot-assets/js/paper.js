// The one button of a printed page. It is not on the paper.
document.querySelector('[data-act="print"]')?.addEventListener('click', () => window.print());
