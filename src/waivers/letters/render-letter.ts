import type { Block, LetterContent, LetterText } from './letter-content.js';

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const safe = (text: string): string => text.replace(/[&<>"']/g, (item) => escapes[item] as string);

/**
 * Sets the words of a letter as HTML. It looks at nothing but the content, so that a letter can be made again byte
 * for byte: what this form writes must never change. Another look is another form, with a number of its own.
 */
export function renderLetter({ form, text }: LetterContent): { bodyZh: string; bodyEn: string } {
  const render = forms[form];
  return { bodyZh: render(text.zh), bodyEn: render(text.en) };
}

const forms = {
  1: firstForm,
  2: (text: LetterText) => signedForm(text, tableOf),
  3: (text: LetterText) => signedForm(text, stackedTableOf),
};
type SetTable = (table: Table) => string;
type Table = Extract<Block, { kind: 'table' }>;

function firstForm(text: LetterText): string {
  return [
    `<p class="letter-office">${safe(text.office)}</p>`,
    `<h2 class="letter-title">${safe(text.title)}</h2>`,
    `<p class="letter-number">${safe(text.number)}</p>`,
    `<p class="letter-to">${safe(text.to)}</p>`,
    ...text.blocks.map((block) => blockOf(block, tableOf)),
    `<p class="letter-signed">${safe(text.signed)}<br>${safe(text.date)}</p>`,
    '',
  ].join('\n');
}

/**
 * With the document number under the head, a place for the seal, and the code by which the paper is checked. In the third form
 * each cell of a table says of what it is, so that a row can stand as lines on a narrow screen.
 */
function signedForm(text: LetterText, setTable: SetTable): string {
  const { document, seal, check } = text;
  return [
    `<p class="letter-office">${safe(text.office)}</p>`,
    ...(document === null ? [] : [`<p class="letter-document">${safe(document)}</p>`]),
    `<h2 class="letter-title">${safe(text.title)}</h2>`,
    `<p class="letter-number">${safe(text.number)}</p>`,
    `<p class="letter-to">${safe(text.to)}</p>`,
    ...text.blocks.map((block) => blockOf(block, setTable)),
    '<div class="letter-foot">',
    `<p class="letter-signed">${safe(text.signed)}<br>${safe(text.date)}</p>`,
    ...(seal === null ? [] : [`<p class="letter-stamp">${safe(seal)}</p>`]),
    '</div>',
    ...(check === null ? [] : [`<p class="letter-check">${safe(check)}</p>`]),
    '',
  ].join('\n');
}

function blockOf(block: Block, setTable: SetTable): string {
  switch (block.kind) {
    case 'text':
      return `<p>${safe(block.text)}</p>`;
    case 'list':
      return `<ol>${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ol>`;
    case 'table':
      return setTable(block);
  }
}

function tableOf({ caption, heads, numeric, rows, foot }: Table): string {
  const look = (index: number) => (numeric[index] ? ' class="numeric"' : '');
  const cells = (row: string[]) =>
    row
      .map((cell, i) =>
        i === 0 ? `<th scope="row">${safe(cell)}</th>` : `<td${look(i)}>${safe(cell)}</td>`,
      )
      .join('');
  const head = heads.map((cell, i) => `<th scope="col"${look(i)}>${safe(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  const last = foot ? `<tfoot><tr>${cells(foot)}</tr></tfoot>` : '';
  return `<table><caption>${safe(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${last}</table>`;
}

function stackedTableOf({ caption, heads, numeric, rows, foot }: Table): string {
  const look = (index: number) => (numeric[index] ? ' class="numeric"' : '');
  const labelled = (cell: string, i: number) =>
    cell === ''
      ? '<td></td>'
      : `<td${look(i)} data-label="${safe(heads[i] ?? '')}">${safe(cell)}</td>`;
  const cells = (row: string[]) =>
    row
      .map((cell, i) => (i === 0 ? `<th scope="row">${safe(cell)}</th>` : labelled(cell, i)))
      .join('');
  const head = heads.map((cell, i) => `<th scope="col"${look(i)}>${safe(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  const last = foot ? `<tfoot><tr>${cells(foot)}</tr></tfoot>` : '';
  return `<table class="stack"><caption>${safe(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>${last}</table>`;
}
