// Finds among many boxes to tick. What is ticked stays in sight, so that nothing is sent unseen. Without this file
// all of them stand there, and the browser's own search finds them.

const finder = document.querySelector('[data-find]');
const box = finder.querySelector('input');
const status = finder.querySelector('[role="status"]');
const choices = [...document.querySelectorAll(`input[name="${finder.dataset.find}"]`)].map(
  (input) => {
    const row = input.closest('.choice');
    const text = `${row.textContent} ${row.dataset.words ?? ''}`.toLowerCase();
    return { input, row, text };
  },
);

function show() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { input, row, text } of choices) {
    const fits = words.every((word) => text.includes(word));
    if (fits) shown += 1;
    row.hidden = !fits && !input.checked;
  }
  tell(words.length > 0 ? shown : null);
}

function tell(shown) {
  const ticked = choices.filter(({ input }) => input.checked).length;
  const { ticked: some, shown: found } = status.dataset;
  const parts = [some.replace('{n}', ticked)];
  if (shown !== null) parts.unshift(found.replace('{n}', shown));
  status.textContent = parts.join(status.dataset.between);
}

// To look for something changes nothing in the form, and Enter does not send it.
box.addEventListener('input', (event) => {
  event.stopPropagation();
  show();
});
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') event.preventDefault();
});
for (const { input } of choices) input.addEventListener('change', show);

finder.hidden = false;
show();
