// The grid of a monthly return: moving by keyboard, pasting from a spreadsheet, saving as one goes, sums and
// warnings. Everything that is done here can be done by the plain form as well.

const form = document.querySelector('form[data-grid]');
const columns = form.dataset.columns.split(' ');
const counts = form.dataset.numbers.split(' ');
const rows = [...form.querySelectorAll('tbody tr')];
const status = form.querySelector('[data-status]');
const pasted = form.querySelector('[data-pasted]');
const cells = new Map(
  rows.map((row) => [
    row,
    new Map([...row.querySelectorAll('[data-column]')].map((cell) => [cell.dataset.column, cell])),
  ]),
);
const cellOf = (row, column) => cells.get(row)?.get(column);
const wasOf = (row) => row.querySelector('input[name^="w."]');
const say = (text) => {
  status.textContent = text;
};

document.documentElement.classList.add('has-script');

// What is typed at full width, or with a comma, as on a Chinese keyboard or in a spreadsheet.
function plain(text) {
  return text
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s]/g, '');
}
const numberIn = (cell) => (/^\d+$/.test(plain(cell.value)) ? Number(plain(cell.value)) : null);

/** On a phone a row is closed but for its headcount: it opens where something is to be seen or typed. */
function reveal(cell) {
  if (cell.closest('.folded')) cell.closest('tr').querySelector('.unfolds').open = true;
}

// Moving

function go(row, column) {
  const cell = row && cellOf(row, column);
  if (!cell) return;
  reveal(cell);
  cell.focus();
  cell.select?.();
}

form.addEventListener('keydown', (event) => {
  const cell = event.target;
  const { column } = cell.dataset;
  if (!column || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const at = rows.indexOf(cell.closest('tr'));
  const isSelect = cell.tagName === 'SELECT';
  const edge =
    isSelect ||
    cell.selectionStart === cell.selectionEnd ||
    cell.selectionEnd - cell.selectionStart === cell.value.length;
  const isStart = isSelect || (edge && cell.selectionStart === 0);
  const isEnd = isSelect || (edge && cell.selectionEnd === cell.value.length);
  const side = (step) => go(rows[at], columns[columns.indexOf(column) + step]);
  const moves = {
    Enter: () => go(rows[at + (event.shiftKey ? -1 : 1)], column),
    ArrowDown: () => !isSelect && go(rows[at + 1], column),
    ArrowUp: () => !isSelect && go(rows[at - 1], column),
    ArrowLeft: () => isStart && side(-1),
    ArrowRight: () => isEnd && side(1),
  };
  const move = moves[event.key];
  if (!move) return;
  const before = document.activeElement;
  move();
  if (event.key === 'Enter' || document.activeElement !== before) event.preventDefault();
});

// Pasting

form.addEventListener('paste', (event) => {
  const { column } = event.target.dataset;
  const text =
    event.clipboardData?.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '') ?? '';
  if (!column || !/[\n\t]/.test(text)) return;
  event.preventDefault();
  const at = rows.indexOf(event.target.closest('tr'));
  const filled = new Map();
  let outside = 0;
  for (const [down, line] of text.split('\n').entries()) {
    for (const [right, value] of line.split('\t').entries()) {
      const cell = cellOf(rows[at + down], columns[columns.indexOf(column) + right]);
      if (cell) filled.set(cell, put(cell, value.trim()));
      else if (value.trim() !== '') outside += 1;
    }
  }
  changed([...filled.keys()]);
  for (const [cell, fault] of filled) if (fault) refuse(cell, fault);
  pasted.textContent = outside === 0 ? '' : pasted.dataset.pasted.replace('{count}', outside);
});

/** @returns what is wrong with the value where the cell cannot take it, else an empty text */
function put(cell, text) {
  if (cell.tagName !== 'SELECT') {
    cell.value = text;
    return '';
  }
  const options = [...cell.options];
  const option =
    options.find(({ label, value }) => label === text || value === text) ??
    options.find(({ label }) => text !== '' && (label.includes(text) || text.includes(label)));
  if (option) cell.value = option.value;
  return option || text === '' ? '' : form.dataset.choice.replace('{text}', text);
}

// Saving

const waiting = new Set();
let timer;
let isSaving = false;

function changed(touched) {
  for (const cell of touched) {
    waiting.add(cell);
    refused.delete(cell);
  }
  for (const row of new Set(touched.map((cell) => cell.closest('tr')))) judge(row);
  sums();
  clearTimeout(timer);
  timer = setTimeout(save, 700);
}
form.addEventListener('input', (event) => event.target.dataset.column && changed([event.target]));
form.addEventListener(
  'focusout',
  (event) => event.target.dataset?.column && waiting.size > 0 && save(),
);

async function save() {
  if (isSaving || waiting.size === 0) return;
  isSaving = true;
  clearTimeout(timer);
  const batch = [...waiting].slice(0, 2000);
  for (const cell of batch) waiting.delete(cell);
  const sent = batch.map((cell) => ({ cell, was: shown(cell), value: cell.value }));
  say(form.dataset.saving);
  let again = true;
  try {
    const answer = await fetch(form.dataset.cells, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: bodyOf(sent),
    });
    if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
    const { conflicts = [], faults = [], error } = await answer.json();
    // The return itself takes nothing any more, as when somebody has just submitted it: asking again is no use.
    again = !error;
    if (error) throw new Error(error.more);
    const not = new Map([...conflicts, ...faults].map((one) => [one.cell, one]));
    for (const { cell, value } of sent) if (!not.has(idOf(cell))) keep(cell, value);
    for (const one of conflicts) ask(cellById(one.cell), one);
    for (const one of faults) refuse(cellById(one.cell), one.message);
    say(told(conflicts.length));
  } catch (failure) {
    for (const cell of batch) waiting.add(cell);
    say(again ? form.dataset.unsaved : form.dataset.refused.replace('{why}', failure.message));
  } finally {
    isSaving = false;
  }
  if (again && waiting.size > 0) timer = setTimeout(save, 5000);
}

function told(conflicts) {
  if (conflicts > 0) return form.dataset.conflict.replace('{count}', conflicts);
  return refused.size > 0
    ? form.dataset.faults.replace('{count}', refused.size)
    : form.dataset.saved;
}

const idOf = (cell) => cell.name.slice(2);
const cellById = (id) => form.elements.namedItem(`c.${id}`);
const shown = (cell) =>
  JSON.parse(wasOf(cell.closest('tr')).value)[columns.indexOf(cell.dataset.column)];

function bodyOf(sent) {
  const body = new URLSearchParams({ _token: form.elements.namedItem('_token').value });
  for (const { cell, was, value } of sent) {
    body.append('cell', idOf(cell));
    body.append('was', was);
    body.append('value', counts.includes(cell.dataset.column) ? plain(value) : value);
  }
  return body;
}

/** The form itself must not take what is saved for somebody else's. */
function keep(cell, value) {
  const was = wasOf(cell.closest('tr'));
  const values = JSON.parse(was.value);
  const { column } = cell.dataset;
  const kept = counts.includes(column) ? plain(value).replace(/^0+(?=\d)/, '') : value.trim();
  values[columns.indexOf(column)] = kept;
  was.value = JSON.stringify(values);
}

// Somebody else was there first: both values, and a choice.

// Until one is chosen the form knows of theirs no more than its page did, so that sending it asks as well.
function ask(cell, { theirs, mine }) {
  cell.closest('td').querySelector('.cell-choice')?.remove();
  const box = document.createElement('span');
  box.className = 'cell-choice';
  box.setAttribute('role', 'alert');
  const button = (label, value) => {
    const one = document.createElement('button');
    one.type = 'button';
    one.className = 'button-secondary button-small';
    one.textContent = `${label} ${value || '—'}`;
    one.addEventListener('click', () => {
      keep(cell, theirs);
      cell.value = value;
      box.remove();
      changed([cell]);
      cell.focus();
    });
    box.append(one);
  };
  reveal(cell);
  button(form.dataset.theirs, theirs);
  button(form.dataset.mine, mine);
  cell.after(box);
}

// Sums, and what is wrong or odd, in words below its cell

const refused = new Map();

/** What the service would not take; it stands until the cell is changed. */
function refuse(cell, message) {
  refused.set(cell, message);
  tell(cell, message, true);
}

function tell(cell, message, isWrong) {
  cell.classList.toggle('is-odd', message !== '' && !isWrong);
  if (message && isWrong) cell.setAttribute('aria-invalid', 'true');
  else cell.removeAttribute('aria-invalid');
  const id = `${cell.id}-error`;
  let note = document.getElementById(id);
  if (!message) {
    note?.remove();
    cell.removeAttribute('aria-describedby');
    return;
  }
  reveal(cell);
  if (!note) {
    note = document.createElement('span');
    note.id = id;
    cell.after(note);
    cell.setAttribute('aria-describedby', id);
  }
  note.className = isWrong ? 'error' : 'odd';
  note.textContent = message;
}

function judge(row) {
  const head = cellOf(row, 'headcount');
  const whole = numberIn(head);
  for (const cell of cells.get(row).values()) {
    const { column } = cell.dataset;
    const number = counts.includes(column) ? numberIn(cell) : null;
    const isText = counts.includes(column) && number === null && cell.value.trim() !== '';
    const isOver = cell !== head && whole !== null && number !== null && number > whole;
    const fault = isText ? form.dataset.number : isOver ? form.dataset.over : '';
    const odd = cell === head && isJump(row, whole) ? form.dataset.jump : '';
    const wrong = refused.get(cell) ?? fault;
    tell(cell, wrong || odd, wrong !== '');
  }
}

/** The service says how far a number may go from the last one. */
function isJump({ dataset: { least, most } }, whole) {
  if (whole === null || least === '') return false;
  return whole < Number(least) || whole > Number(most);
}

function sums() {
  for (const column of counts) {
    const numbers = rows.map((row) => numberIn(cellOf(row, column))).filter((one) => one !== null);
    const sum = numbers.reduce((total, one) => total + one, 0);
    form.querySelector(`[data-sum="${column}"]`).textContent =
      numbers.length === 0 ? '—' : sum.toLocaleString('zh-CN');
  }
  const filled = rows.filter((row) => numberIn(cellOf(row, 'headcount')) !== null).length;
  const text = form.querySelector('[data-filled]');
  text.textContent = text.dataset.filled.replace('{filled}', filled).replace('{all}', rows.length);
}

for (const row of rows) if (cells.get(row).size > 0) judge(row);

window.addEventListener('beforeunload', (event) => {
  const isUnsaved = waiting.size > 0 || refused.size > 0 || form.querySelector('.cell-choice');
  if (isUnsaved && !form.dataset.sent) event.preventDefault();
});
