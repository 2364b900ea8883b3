// The grid of a monthly return: moving by keyboard, pasting from a spreadsheet, saving as one goes, sums and
// warnings. Everything that is done here can be done by the plain form as well.

const form = document.querySelector('form[data-grid]');
const columns = [
  'headcount',
  'graduates',
  'hardship',
  'returned',
  'local',
  'others',
  'evidence',
  'note',
];
const counts = columns.slice(0, 6);
const rows = [...form.querySelectorAll('tbody tr')];
const status = form.querySelector('[data-status]');
const cellsOf = (row) => [...row.querySelectorAll('[data-column]')];
const cellOf = (row, column) => row.querySelector(`[data-column="${column}"]`);
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

// Moving

function go(row, column) {
  const cell = row && cellOf(row, column);
  if (!cell) return;
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
  for (const [down, line] of text.split('\n').entries()) {
    for (const [right, value] of line.split('\t').entries()) {
      const cell =
        rows[at + down] && cellOf(rows[at + down], columns[columns.indexOf(column) + right]);
      if (!cell) continue;
      if (cell.tagName === 'SELECT') choose(cell, value.trim());
      else cell.value = value.trim();
      changed(cell);
    }
  }
});

function choose(select, text) {
  const option = [...select.options].find(({ label, value }) => label === text || value === text);
  if (option) select.value = option.value;
}

// Saving

const waiting = new Set();
let timer;
let isSaving = false;

function changed(cell) {
  waiting.add(cell);
  judge(cell.closest('tr'));
  clearTimeout(timer);
  timer = setTimeout(save, 700);
}
form.addEventListener('input', (event) => event.target.dataset.column && changed(event.target));
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
  try {
    const answer = await fetch(form.dataset.cells, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: bodyOf(sent),
    });
    if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
    const { conflicts = [], faults = [], error } = await answer.json();
    if (error) throw new Error(error.message);
    const not = new Map([...conflicts, ...faults].map((one) => [one.cell, one]));
    for (const { cell, value } of sent) if (!not.has(idOf(cell))) keep(cell, value);
    for (const one of conflicts) ask(cellById(one.cell), one);
    for (const one of faults) warn(cellById(one.cell), one.message);
    say(not.size > 0 ? '' : form.dataset.saved);
  } catch {
    for (const cell of batch) waiting.add(cell);
    say(form.dataset.unsaved);
  } finally {
    isSaving = false;
  }
  if (waiting.size > 0) timer = setTimeout(save, 5000);
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

function ask(cell, { theirs, mine }) {
  keep(cell, theirs);
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
      cell.value = value;
      box.remove();
      changed(cell);
      cell.focus();
    });
    box.append(one);
  };
  button(form.dataset.theirs, theirs);
  button(form.dataset.mine, mine);
  cell.after(box);
}

// Sums and warnings

function warn(cell, message) {
  cell.classList.toggle('is-odd', message !== '');
  cell.title = message;
  if (message) cell.setAttribute('aria-invalid', 'true');
  else cell.removeAttribute('aria-invalid');
}

function judge(row) {
  const whole = numberIn(cellOf(row, 'headcount'));
  for (const column of counts.slice(1)) {
    const part = numberIn(cellOf(row, column));
    warn(
      cellOf(row, column),
      whole !== null && part !== null && part > whole ? form.dataset.over : '',
    );
  }
  const last = row.dataset.last === '' ? null : Number(row.dataset.last);
  const jump = whole === null || last === null ? 0 : Math.abs(whole - last);
  const isJump =
    jump > Number(form.dataset.people) && jump * 100 > last * Number(form.dataset.percent);
  const head = cellOf(row, 'headcount');
  head.classList.toggle('is-odd', isJump);
  head.title = isJump ? form.dataset.jump : '';
  sums();
}

function sums() {
  for (const column of counts) {
    const sum = rows.reduce((total, row) => total + (numberIn(cellOf(row, column)) ?? 0), 0);
    form.querySelector(`[data-sum="${column}"]`).textContent = sum.toLocaleString('zh-CN');
  }
  const filled = rows.filter((row) => numberIn(cellOf(row, 'headcount')) !== null).length;
  const text = form.querySelector('[data-filled]');
  text.textContent = text.dataset.filled.replace('{filled}', filled).replace('{all}', rows.length);
}

for (const row of rows) if (cellsOf(row).length > 0) judge(row);

window.addEventListener('beforeunload', (event) => {
  if (waiting.size > 0 && !form.dataset.sent) event.preventDefault();
});
