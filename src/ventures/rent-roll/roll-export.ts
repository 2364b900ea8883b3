import { monthOf } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { arrangedLines, asOfLine, coverLines } from '../../exports/cover-lines.js';
import type { Source } from '../../exports/prepared.js';
import {
  type Column,
  columnsAsShown,
  dayColumn,
  tableOf,
  textColumn,
} from '../../exports/table.js';
import { month } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { definitionLines } from '../../ledger/definition-lines.js';
import { canReadTotals } from '../../ledger/seen-scope.js';
import { spaceName } from '../../parks/space-names.js';
import { allow } from '../../web/errors.js';
import { basisText } from '../present-basis.js';
import { parkName } from '../residency-present.js';
import { type RollInView, rollInView } from './asked-roll.js';
import { everyLease, type RollLine, type RollTotals, sumRoll } from './find-roll.js';
import { rollFilterText } from './present-roll.js';
import { rollColumns } from './roll-columns.js';
import { rollAddress } from './roll-filter.js';

/** The rent roll as a file: with the page's own filter, scope, permission and sums. */
export const rollExport: Source = async ({ deps, viewer, query: sent, voice }) => {
  allow(canReadTotals(viewer));
  const view = await rollInView(deps, viewer, sent);
  const { filter, query, asOf } = view;
  const { say } = voice;
  const totals = await sumRoll(deps.db, query);
  const { page: _, ...kept } = filter;
  const name = `${say('ventures.roll.title')} ${asOf}`;
  return {
    what: 'rent-roll',
    name,
    title: say('ventures.roll.title'),
    address: rollAddress('/rent-roll', kept),
    eachRow: say('ventures.roll.each-row'),
    rows: totals.leases,
    detail: { filter },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(asOf, voice),
        filter: rollFilterText(filter, voice),
        arranged: arrangedLines(rollColumns, filter, voice),
        definitions: definitionLines(['rent-forgone', 'waived-rent'], voice),
      },
      voice,
    ),
    sheets: [tableOf(name, columnsOf(view, totals, voice), everyLease(deps.db, query))],
  };
};

function columnsOf(
  { parkOf, asOf, filter }: RollInView,
  totals: RollTotals,
  voice: Voice,
): Column<RollLine>[] {
  const { say, lang } = voice;
  const of = { month: month(monthOf(asOf), lang) };
  const park = (line: RollLine) => {
    const found = parkOf.get(line.parkId);
    if (!found) throw new Error(`there is no park of lease ${line.id}`);
    return found;
  };
  const money = (head: string, value: Column<RollLine>['of'], sum: number): Column<RollLine> => ({
    head,
    kind: 'money',
    width: 14,
    sum,
    of: value,
  });
  return columnsAsShown<RollLine>(filter, [
    [
      'park',
      textColumn(say('ventures.export.park-number'), 10, (line) => park(line).number),
      textColumn(say('ventures.export.park'), 20, (line) => parkName(park(line), lang)),
    ],
    [
      'space',
      textColumn(say('ventures.roll.space-number'), 12, (line) => line.spaceNumber),
      textColumn(say('ventures.page.space'), 20, (line) => spaceName(line.spaceName, lang)),
    ],
    [
      'venture',
      textColumn(say('ventures.field.number'), 12, (line) => line.ventureNumber),
      textColumn(say('ventures.field.name'), 30, (line) => line.ventureName),
    ],
    [
      'contract',
      textColumn(say('ventures.let.contract'), 18, (line) => line.contractNumber || null),
    ],
    [
      'state',
      textColumn(say('ventures.roll.state'), 10, (line) =>
        say(`ventures.roll.state.${line.state}`),
      ),
    ],
    ['began', dayColumn(say('ventures.let.began'), (line) => line.beganOn)],
    [
      'end',
      dayColumn(say('ventures.let.term-end'), (line) => lastDayOf(line.termEndOn)),
      dayColumn(say('ventures.notice.for'), (line) => line.noticeFor && lastDayOf(line.noticeFor)),
      dayColumn(say('ventures.page.ended'), (line) => line.endedOn && lastDayOf(line.endedOn)),
    ],
    ['area', textColumn(say('ventures.roll.area'), 10, (line) => String(line.area / 100))],
    ['market', money(say('ventures.roll.market'), (line) => line.market, totals.market)],
    ['rent', money(say('ventures.roll.rent'), (line) => line.rent, totals.rent)],
    ['forgone', money(say('ventures.roll.forgone', of), (line) => line.forgone, totals.forgone)],
    ['waived', money(say('ventures.roll.waived', of), (line) => line.waived, totals.waived)],
    [
      'basis',
      textColumn(say('ventures.let.basis'), 18, (line) => basisText(line, voice)),
      textColumn(say('ventures.roll.cases'), 18, (line) =>
        line.cases.length === 0 ? null : line.cases.join(lang === 'zh' ? '、' : ', '),
      ),
    ],
  ]);
}
