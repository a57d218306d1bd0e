// Everything here improves pages that already work without it.
import 'htmx.org';

async function drawCharts() {
  if (!document.querySelector('[data-chart]')) return;
  const { drawAll } = await import('./charts.js');
  await document.fonts.ready;
  drawAll(document);
}

// A changed filter is sent at once; without scripts the form's own button does it.
document.addEventListener('change', event => {
  const form = event.target.closest('form[data-submit-on-change]');
  if (form?.reportValidity()) form.requestSubmit();
});

// Ctrl + Enter presses the form's first button, from any of its fields.
document.addEventListener('keydown', event => {
  const form = event.target.closest?.('form[data-ctrl-enter]');
  if (form && event.ctrlKey && event.key === 'Enter') {
    event.preventDefault();
    form.requestSubmit(form.querySelector('button[type=submit]'));
  }
});

document.addEventListener('htmx:afterSettle', drawCharts);
// What was sent by keyboard keeps its focus: htmx restores it by id; the title says what the page now shows.
document.documentElement.classList.add('has-scripts');
drawCharts();
