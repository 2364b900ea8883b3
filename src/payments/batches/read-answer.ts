import type { Day } from '../../calendar/days.js';
import type { Places, Target } from '../../files/choose-columns.js';
import { dayInCell } from '../../files/day-in-cell.js';
import { areDraggedFormulas } from '../../files/dragged-formulas.js';
import { blankCell, type FileTable, type TableRow } from '../../files/table.js';
import { hundredthsOf } from '../../input/numbers.js';
import { plainWidth } from '../../input/plain-width.js';
import type { Fault } from '../../language/refusal.js';
import { makeSay, type Say, type WordKey } from '../../language/say.js';

export const answerResults = ['paid', 'failed', 'returned'] as const;
export type AnswerResult = (typeof answerResults)[number];

/** What the bank says of one payment. */
export type AnswerRow = {
  /** As a spreadsheet numbers it. */
  row: number;
  number: string;
  fen: number;
  result: AnswerResult;
  on: Day;
  reason: string;
};

export type AnswerColumn = 'number' | 'amount' | 'result' | 'on' | 'reason';
const columns: Record<AnswerColumn, { key: WordKey; likely: RegExp; isNeeded: boolean }> = {
  number: { key: 'payments.bank.number', likely: /付款编号|流水|payment/i, isNeeded: true },
  amount: { key: 'payments.bank.amount', likely: /金额|amount/i, isNeeded: true },
  result: { key: 'payments.bank.result', likely: /结果|状态|result|status/i, isNeeded: true },
  on: { key: 'payments.bank.on', likely: /日期|时间|date/i, isNeeded: true },
  reason: { key: 'payments.bank.reason', likely: /原因|备注|摘要|reason|remark/i, isNeeded: false },
};
const voices = (['zh', 'en'] as const).map(makeSay);

/** The columns of a bank's answer, by the names that our own table gives them in either language. */
export const answerTargets = (say: Say): Target<AnswerColumn>[] =>
  (Object.keys(columns) as AnswerColumn[]).map((key) => ({
    key,
    label: say(columns[key].key),
    names: voices.map((voice) => voice(columns[key].key)),
    isNeeded: columns[key].isNeeded,
    likely: columns[key].likely,
  }));

/** How banks call it. A return is asked for first: 退汇成功 is no success. */
const results: [AnswerResult, RegExp][] = [
  ['returned', /退汇|退回|退票|return/i],
  ['failed', /失败|未成功|拒绝|fail|reject/i],
  ['paid', /成功|已付|完成|paid|success/i],
];

const mostListed = 8;

/**
 * Reads what a bank answered: one row for each payment. Rows without a number, such as a sum below, are left out.
 * @returns the rows, or what is wrong with them, in words
 */
export function answerRows(
  { rows, is1904 }: FileTable,
  places: Places<AnswerColumn>,
  say: Say,
): AnswerRow[] | Fault {
  const faults: string[] = [];
  const seen = new Set<string>();
  const read: AnswerRow[] = [];
  for (const row of rows) {
    const of = (column: AnswerColumn) => row.cells[places[column]] ?? blankCell;
    const cells = (Object.keys(columns) as AnswerColumn[]).map(of);
    if (areDraggedFormulas(cells, [of('number')])) continue;
    const number = plainWidth(of('number').text ?? '')
      .trim()
      .toUpperCase();
    // What a formula makes may be another payment, sum or day when it is worked out the next time.
    const isMade = cells.some(({ isFormula }) => isFormula);
    if (!/^P\d{4}-\d+$/.test(number)) {
      const { text, isFormula } = of('result');
      if (of('number').isFormula) faults.push(rowFault(say, row, 'payments.answer.why-formula'));
      else if (text !== null || isFormula)
        faults.push(rowFault(say, row, 'payments.answer.why-number'));
      continue;
    }
    const why = seen.has(number) ? 'payments.answer.why-twice' : null;
    seen.add(number);
    const result = results.find(([, form]) => form.test(of('result').text ?? ''))?.[0];
    const fen = hundredthsOf(of('amount').text ?? '', 'yuan');
    const on = dayInCell(of('on'), is1904);
    if (why) faults.push(rowFault(say, row, why));
    else if (isMade) faults.push(rowFault(say, row, 'payments.answer.why-formula'));
    else if (result === undefined) faults.push(rowFault(say, row, 'payments.answer.why-result'));
    else if (fen === null) faults.push(rowFault(say, row, 'payments.answer.why-amount'));
    else if ('fault' in on) faults.push(rowFault(say, row, 'payments.answer.why-day'));
    else {
      const reason = [...(of('reason').text ?? '')].slice(0, 200).join('').trim();
      read.push({ row: row.row, number, fen, result, on: on.day, reason });
    }
  }
  if (faults.length > 0) return listedFaults(faults, say);
  return read.length > 0 ? read : { field: 'file', key: 'payments.answer.empty' };
}

export const rowFault = (say: Say, { row }: Pick<TableRow, 'row'>, why: WordKey): string =>
  say('payments.answer.row', { row: String(row), why: say(why) });

export function listedFaults(faults: string[], say: Say): Fault {
  const list = faults.slice(0, mostListed).join(say('history.and'));
  const values = { count: faults.length, list: faults.length > mostListed ? `${list}……` : list };
  return { field: 'file', key: 'payments.answer.rows', values };
}

export const isAnswerFault = (read: AnswerRow[] | Fault): read is Fault => !Array.isArray(read);
