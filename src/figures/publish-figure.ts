import { type Day, lastWholeMonth, type Month, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { nextNumber } from '../database/next-numbers.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { isStock, type Publishable } from '../ledger/definitions.js';
import { canPublish } from '../ledger/permissions.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { drawUp, type Printing } from './edition-rules.js';
import { figureScope } from './figure-scope.js';

const series = { table: 'PublishedFigure', letter: 'F', digits: 4 } as const;

export type NewFigure = Printing & {
  measure: Publishable;
  /** As in an address: network, region:330903, park:P01. */
  scope: string;
  asOf: Day;
  /** For a measure that belongs to a month. */
  month: Month | null;
  /** The ledger's newest entry that it counts. */
  position: number;
};

/**
 * Publishes a total (公布): pins what was counted, how and over which records, so that it can be computed
 * again for ever. @returns the figure's number
 * @throws Refusal for a scope that is not there, a day or month that is not over, a position that the ledger
 * has not reached, and a wording that does not say the number
 */
export async function publishFigure(tx: Tx, by: Actor, input: NewFigure): Promise<string> {
  await refuseUnless(tx, by, canPublish);
  const { measure, asOf, month, position, ...printing } = input;
  const scope = await figureScope(tx, input.scope, { asOf, month });
  refuseIf([
    !scope && { field: 'scope', key: 'figures.publish.no-scope' },
    asOf > today(by.at) && { field: 'asOf', key: 'calendar.in-future' },
    (month === null) !== isStock(measure) && { field: 'month', key: 'web.field.month' },
    month !== null &&
      month > lastWholeMonth(asOf) && { field: 'month', key: 'ledger.month-not-over' },
  ]);
  if (!scope) throw new Error('refused above');
  const query = { measure, parkIds: scope.parkIds, asOf, month, position };
  const edition = await drawUp(tx, query, printing);
  const number = await nextNumber(tx, series, today(by.at).slice(0, 4));
  const { id } = await tx.publishedFigure.create({
    data: {
      number,
      measure,
      asOf,
      month,
      scope: scope.text,
      scopeNameZh: scope.name.zh,
      scopeNameEn: scope.name.en,
    },
  });
  await tx.figureEdition.create({
    data: {
      ...edition,
      figureId: id,
      edition: 1,
      kind: 'published',
      publishedAt: by.at,
      publishedById: by.accountId,
    },
  });
  recordEvent(tx, by, {
    verb: 'figure.published',
    subjectKind: 'figure',
    subjectId: id,
    detail: { number, measure, scope: scope.text, asOf, position, wordingZh: edition.wordingZh },
  });
  return number;
}
