import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { jobHref, largeExport } from '../exports/job-address.js';
import type { Voice } from '../language/say.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { amountText } from './amounts.js';
import { type AskedTotal, askedTotal } from './asked-total.js';
import { coverageOfTotal } from './coverage-text.js';
import { showEntries } from './entries-page.js';
import { totalsAddress } from './forms.js';
import { recordsOf } from './measures.js';
import { namedRecords } from './named-records.js';
import { asOfText, figure, meaning, measureName, scopeName, shareName } from './present.js';
import { presentRecord, recordHead } from './present-records.js';
import { publishLink } from './publish-link.js';
import { recordSummary } from './record-list.js';
import { headPosition } from './totals.js';
import { isUnstated } from './unstated.js';

const recordsOnAPage = 50;

/** The records under every number: each total can be walked down to the entries that it is the sum of. */
export function ledgerRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/totals', (req, res) => showRecords(deps, req, res));
  router.get('/totals/entries', (req, res) => showEntries(deps, req, res));
  return { signedIn: router };
}

async function showRecords(deps: Deps, req: Request, res: Response): Promise<void> {
  const total = await askedTotal(deps, req, res);
  const { records, address, query } = total;
  const { say, lang } = frameOf(res);
  const { count, sum } = await recordSummary(deps.db, records);
  const isUnknown = await isUnstated(deps.db, records, sum);
  const last = Math.max(1, Math.ceil(count / recordsOnAPage));
  const offset = (Math.min(query.page, last) - 1) * recordsOnAPage;
  const rows = await namedRecords(deps.db, records, { offset, limit: recordsOnAPage });
  page(res, 'ledger/totals', {
    ...headOf(total, { say, lang }),
    coverage: await coverageOfTotal(
      deps.db,
      { ...query, parkIds: total.scope.parkIds },
      { say, lang },
    ),
    figures: [
      isUnknown
        ? { label: measureName(address, say), value: '—', unit: '', href: null }
        : { ...figure(address, sum, { say, lang }), href: null },
    ],
    noneText: say(isUnknown ? 'ledger.totals.unstated' : 'ledger.totals.none-more'),
    count: say('ledger.totals.count', { count }),
    rows: rows.map((row) => presentRecord(row, address, { say, lang })),
    sum: amountText(address.measure, sum, lang),
    today: today(deps.clock.now()),
    ofParks: recordsOf(address.measure) === 'park',
    firstHead: recordHead(address.measure, say),
    actions: isUnknown ? [] : await actionsOn(deps, total, res),
    csv: totalsAddress(address, '/totals.csv'),
    xlsx: totalsAddress(address, '/totals.xlsx'),
    job: count > largeExport ? jobHref(totalsAddress(address, '/totals.xlsx')) : null,
    pages: pagesOf(say, { total: count, page: query.page, size: recordsOnAPage }, (number) =>
      number === 1 ? totalsAddress(address) : `${totalsAddress(address)}&page=${number}`,
    ),
  });
}

/** What the viewer can do with a total. */
async function actionsOn({ db }: Deps, { address }: AskedTotal, res: Response) {
  const href = publishLink(viewerOf(res), address, await headPosition(db));
  return href === null ? [] : [{ href, label: frameOf(res).say('figures.publish.link') }];
}

function headOf({ scope, query, address }: AskedTotal, voice: Voice) {
  const { say } = voice;
  const measure = measureName(query, say);
  const ofKind = address.kind ? `${measure}（${shareName(address.kind, say)}）` : measure;
  const title = say('ledger.totals.title', {
    measure: voice.lang === 'zh' ? ofKind : ofKind.replace('（', ' (').replace('）', ')'),
    scope: scopeName(scope, voice),
  });
  return {
    title,
    crumbs: [{ href: dashboardAddress(address), label: say('people.nav.dashboard') }],
    asOf: asOfText(query, voice),
    meaning: meaning(query.measure, say),
    column: measure,
    form: formView(say, {
      asOf: query.asOf,
      position: query.position === undefined ? '' : String(query.position),
    }),
    hidden: hiddenOf(address),
  };
}

/** What the form for the day hands on: which number it is. */
function hiddenOf({ measure, scope, kind }: AskedTotal['address']) {
  const number = [
    { name: 'measure', value: measure },
    { name: 'scope', value: scope },
  ];
  return kind ? [...number, { name: kind.by, value: kind.value }] : number;
}

function dashboardAddress({ asOf, position }: AskedTotal['address']): string {
  return position === undefined
    ? `/dashboard?asOf=${asOf}`
    : `/dashboard?asOf=${asOf}&position=${position}`;
}
