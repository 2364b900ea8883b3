import { today } from '../../calendar/days.js';
import { asOfLine, coverLines } from '../../exports/cover-lines.js';
import type { Prepared } from '../../exports/prepared.js';
import { type Column, tableOf, textColumn } from '../../exports/table.js';
import type { Voice } from '../../language/say.js';
import type { KeyRing } from '../../vault/key-ring.js';
import { open } from '../../vault/seal.js';
import { type BankName, banks } from '../payees/banks.js';
import { payeePlace } from '../payees/payee-place.js';
import type { FullBatch } from './find-batch.js';
import { batchHref } from './present-batch.js';

type Line = FullBatch['lines'][number];

/** The table that a bank takes: a line for each payment, with the whole number of its account, which stands nowhere else. */
export function bankTable(
  batch: FullBatch,
  { keys, at }: { keys: KeyRing; at: Date },
  voice: Voice,
): Prepared {
  const { say, lang } = voice;
  const sum = batch.lines.reduce((total, { fen }) => total + fen, 0);
  const name = `${say('payments.bank.name')} ${batch.number}`;
  const bank = ({ payee }: Line) => banks[payee.bank as BankName].name[lang === 'zh' ? 0 : 1];
  const columns: Column<Line>[] = [
    textColumn(say('payments.bank.number'), 16, ({ number }) => number),
    textColumn(say('payments.bank.holder'), 28, ({ payee }) => payee.holder),
    textColumn(say('payments.bank.account'), 26, ({ payee }) =>
      open(keys, payeePlace(payee), payee).toString(),
    ),
    textColumn(say('payments.bank.bank'), 22, bank),
    textColumn(say('payments.bank.branch'), 24, ({ payee }) => payee.branch || null),
    {
      head: say('payments.bank.amount'),
      kind: 'money',
      width: 14,
      sum,
      of: ({ fen }) => fen,
    },
    textColumn(say('payments.bank.use'), 28, ({ claim }) =>
      say('payments.bank.use-text', { number: claim.number }),
    ),
    textColumn(say('payments.bank.result'), 12, () => null),
    textColumn(say('payments.bank.on'), 14, () => null),
    textColumn(say('payments.bank.reason'), 24, () => null),
  ];
  return {
    what: 'payments',
    name,
    title: name,
    address: batchHref(batch),
    rows: batch.lines.length,
    eachRow: say('payments.bank.each-row'),
    detail: { number: batch.number, lines: batch.lines.length, sum },
    lines: coverLines(
      {
        scope: lang === 'zh' ? batch.region.nameZh : batch.region.nameEn,
        asOf: asOfLine(today(at), voice),
        filter: [batch.number],
      },
      voice,
    ),
    sheets: [tableOf(name, columns, [batch.lines])],
  };
}
