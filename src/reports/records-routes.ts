import { type Request, type Response, Router } from 'express';
import { endOfMonth, firstOf, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { jobHref, largeExport } from '../exports/job-address.js';
import { isPublishable } from '../ledger/definitions.js';
import type { TotalsAddress } from '../ledger/forms.js';
import { isListed } from '../ledger/measures.js';
import { publishLink } from '../ledger/publish-link.js';
import { headPosition } from '../ledger/totals.js';
import { isUnstated } from '../ledger/unstated.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { type AskedRecords, askRecords } from './ask-records.js';
import { measureKey } from './columns.js';
import { isOfPeriod } from './counted.js';
import { type Listed, listedRecords, summaryOf } from './record-queries.js';
import { type RecordsAddress, recordsAddress } from './records-address.js';
import { amountText, chosenOf, nameOf, parkOf, titleOf, whenOf } from './records-file.js';

const recordsOnAPage = 50;

/** The records under the numbers of reports and cross-tables. */
export function recordsRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/reports/records', (req, res) => showRecords(deps, req, res));
  return router;
}

async function showRecords(deps: Deps, req: Request, res: Response): Promise<void> {
  const asked = await askRecords(deps, viewerOf(res), req.query as Sent);
  const { say, lang } = frameOf(res);
  const { count, sum } = await summaryOf(deps.db, asked.question);
  const isUnknown = await isUnstatedIn(deps.db, asked, sum);
  const last = Math.max(1, Math.ceil(count / recordsOnAPage));
  const offset = (Math.min(asked.page, last) - 1) * recordsOnAPage;
  const rows = await listedRecords(deps.db, asked.question, { offset, limit: recordsOnAPage });
  const address = recordsAddress(asked.address);
  page(res, 'reports/records', {
    title: titleOf(asked, { say, lang }),
    crumbs: [{ href: '/reports', label: say('reports.title') }],
    asOf: [whenOf(asked, { say, lang }), ...chosenOf(asked, { say, lang })].join(' · '),
    actions: isUnknown ? [] : await actionsOn(deps, asked, res),
    noneText: say(isUnknown ? 'ledger.totals.unstated' : 'reports.records.none'),
    measure: say(measureKey(asked.question.measure)),
    meaning: say(`reports.meaning.${asked.question.measure}`),
    count: say('ledger.totals.count', { count }),
    rows: rows.map((row) => ({
      name: nameOf(row, lang),
      park: parkOf(row, lang),
      href: hrefOf(row),
      number: row.ventureNumber ?? row.spaceNumber ?? row.parkNumber,
      amount: amountText(asked, row.amount, lang),
    })),
    sum: amountText(asked, sum, lang),
    csv: recordsAddress(asked.address, '/reports/records.csv'),
    xlsx: recordsAddress(asked.address, '/reports/records.xlsx'),
    job:
      count > largeExport ? jobHref(recordsAddress(asked.address, '/reports/records.xlsx')) : null,
    pages: pagesOf(say, { total: count, page: asked.page, size: recordsOnAPage }, (number) =>
      number === 1 ? address : `${address}&page=${number}`,
    ),
  });
}

/** Publishing the number, for who may, where it is a total of the ledger. */
async function actionsOn({ db }: Deps, { address }: AskedRecords, res: Response) {
  const total = totalOf(address);
  const href = total && publishLink(viewerOf(res), total, await headPosition(db));
  return href ? [{ href, label: frameOf(res).say('figures.publish.link') }] : [];
}

/** Whether workers of the kind are not known, of all that are counted or of the share that is asked about. */
async function isUnstatedIn(
  reads: Reads,
  { question, address }: AskedRecords,
  sum: number,
): Promise<boolean> {
  const { measure, parkIds, asOf, position } = question;
  if (!isListed(measure)) return false;
  const kind = (['form', 'industry', 'category'] as const)
    .map((by) => ({ by, value: address[by] ?? '' }))
    .find(({ value }) => value !== '');
  return isUnstated(reads, { measure, parkIds, asOf, position, kind }, sum);
}

/** The total that the records make: a share of one, a region as it was, and a period of several months are none. */
function totalOf(address: RecordsAddress): TotalsAddress | null {
  const { measure, scope, within, structure, from, asOf, position } = address;
  const isShare = [address.form, address.industry, address.category].some((text) => text);
  if (!isPublishable(measure) || isShare || structure === 'then') return null;
  const total = { measure, scope: within ?? scope, asOf, position };
  if (!isOfPeriod(measure)) return total;
  const month = monthOf(asOf);
  return from === firstOf(month) && asOf === endOfMonth(month) ? { ...total, month } : null;
}

function hrefOf({ ventureNumber, spaceNumber, parkNumber }: Listed): string {
  if (ventureNumber !== null) return `/ventures/${ventureNumber}`;
  return spaceNumber === null ? `/parks/${parkNumber}` : `/parks/${parkNumber}/spaces`;
}
