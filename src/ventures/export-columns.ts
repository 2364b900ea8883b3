import type { Day } from '../calendar/days.js';
import { type Column, columnsAsShown, dayColumn, textColumn } from '../exports/table.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Industry, LegalForm } from '../standards/register-codes.js';
import type { EndReason, Trade } from './kinds.js';
import type { VentureLine } from './list-ventures.js';
import type { ParkWithRegion } from './park-choices.js';
import { categoriesOf, statusOn } from './present-list.js';
import { parkName } from './residency-present.js';

export type ExportContext = {
  asOf: Day;
  parks: Map<number, ParkWithRegion>;
  /** Whether the reader may see how a founder of this venture can be reached. */
  showsPhones: (line: VentureLine) => boolean;
  /** Those that were chosen in the list; null for all. */
  columns: string | null;
  say: Say;
  lang: Lang;
};

/**
 * The columns of the export of ventures, in their order: one row a venture, as it stood on the day.
 * Days are dates, 2025-01-21. Codes and phones are text, so that no digit is lost; only the headcount is a number,
 * blank where the venture is in no park or has not reported.
 */
export function exportColumns(context: ExportContext): Column<VentureLine>[] {
  const { asOf, parks, showsPhones, say, lang } = context;
  const park = (line: VentureLine) => {
    const found = parks.get(line.residencies[0]?.parkId ?? line.loggedParkId);
    if (!found) throw new Error(`there is no park of ${line.number}`);
    return found;
  };
  const comma = lang === 'zh' ? '、' : ', ';
  return columnsAsShown<VentureLine>(context, [
    ['number', textColumn(say('ventures.field.number'), 12, (line) => line.number)],
    ['name', textColumn(say('ventures.field.name'), 30, (line) => line.name)],
    [
      'park',
      textColumn(say('ventures.export.park-number'), 10, (line) => park(line).number),
      textColumn(say('ventures.export.park'), 20, (line) => parkName(park(line), lang)),
    ],
    [
      'region',
      textColumn(say('ventures.field.region'), 14, (line) => parkName(park(line).region, lang)),
    ],
    [
      'status',
      textColumn(say('ventures.field.status'), 10, (line) =>
        say(`ventures.status.${statusOn(line, asOf)}`),
      ),
    ],
    [
      'arrived',
      dayColumn(say('ventures.field.arrived'), (line) => line.residencies[0]?.beganOn ?? null),
    ],
    [
      'left',
      dayColumn(say('ventures.export.left'), (line) => endOf(line, asOf)?.endedOn ?? null),
      textColumn(say('ventures.export.end-reason'), 12, (line) => {
        const reason = endOf(line, asOf)?.endReason;
        return reason ? say(`ventures.end-reason.${reason as EndReason}`) : null;
      }),
    ],
    [
      'form',
      textColumn(say('ventures.field.form'), 14, (line) =>
        say(`ventures.form.${line.legalForm as LegalForm}`),
      ),
    ],
    ['code', textColumn(say('ventures.field.code'), 22, (line) => line.creditCode)],
    [
      'industry',
      textColumn(say('ventures.export.industry-code'), 12, (line) => line.industry),
      textColumn(say('ventures.field.industry'), 26, (line) =>
        say(`ventures.industry.${line.industry as Industry}`),
      ),
    ],
    [
      'trade',
      textColumn(say('ventures.field.trade'), 12, (line) =>
        line.trade === null ? null : say(`ventures.trade.${line.trade as Trade}`),
      ),
    ],
    ['registered', dayColumn(say('ventures.field.registered'), (line) => line.registeredOn)],
    [
      'founders',
      textColumn(say('ventures.field.founders'), 20, (line) =>
        line.founders.map(({ name }) => name).join(comma),
      ),
    ],
    [
      'category',
      textColumn(say('ventures.field.category'), 30, (line) =>
        categoriesOf(line, asOf)
          .map((category) => say(`ventures.category.${category}`))
          .join(comma),
      ),
    ],
    [
      'phone',
      textColumn(say('ventures.field.phone'), 16, (line) =>
        showsPhones(line) ? line.phone : null,
      ),
    ],
    [
      'headcount',
      {
        head: say('ventures.export.headcount'),
        kind: 'number',
        width: 12,
        sum: true,
        of: (line) => (statusOn(line, asOf) === 'settled' ? line.headcount : null),
      },
    ],
    [null, dayColumn(say('ventures.export.as-of'), () => asOf)],
  ]);
}

const endOf = (line: VentureLine, asOf: Day) =>
  statusOn(line, asOf) === 'ended' ? line.residencies[0] : undefined;
