// Finds among many boxes to tick. Before anything is typed only the first few stand there; what is ticked stays in sight,
// so that nothing is sent unseen. Without this file all of them stand there, and the browser's own search finds them.

const finder = document.querySelector('[data-find]');
const box = finder.querySelector('input');
const status = finder.querySelector('[role="status"]');
const all = finder.querySelector('button');
// So many are read at a glance; of more, the first of them.
const few = 8;
const first = 5;
let isWhole = false;
const choices = [...document.querySelectorAll(`input[name="${finder.dataset.find}"]`)].map(
  (input) => {
    const row = input.closest('.choice');
    const text = `${row.textContent} ${row.dataset.words ?? ''}`.toLowerCase();
    return { input, row, text };
  },
);

function show() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  const isCut = words.length === 0 && !isWhole && choices.length > few;
  let shown = 0;
  for (const [at, { input, row, text }] of choices.entries()) {
    const fits = isCut ? at < first : words.every((word) => text.includes(word));
    if (fits) shown += 1;
    row.hidden = !fits && !input.checked;
  }
  all.hidden = !isCut;
  tell(words.length > 0 ? shown : null);
}

// The one that is found, where there is one alone.
function tickFound() {
  const found = choices.filter(({ input, row }) => !row.hidden && !input.checked);
  if (box.value.trim() === '' || found.length !== 1) return;
  box.value = '';
  found[0].input.click();
}

function tell(shown) {
  const ticked = choices.filter(({ input }) => input.checked).length;
  const { ticked: some, shown: found } = status.dataset;
  const parts = [some.replace('{n}', ticked)];
  if (shown !== null) parts.unshift(found.replace('{n}', shown));
  status.textContent = parts.join(status.dataset.between);
}

// To look for something changes nothing in the form, and Enter does not send it: it ticks what alone was found.
box.addEventListener('input', (event) => {
  event.stopPropagation();
  show();
});
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  tickFound();
});
all.addEventListener('click', () => {
  isWhole = true;
  show();
});
for (const { input } of choices) input.addEventListener('change', show);

finder.hidden = false;
show();
