import type { Request, Response } from 'express';
import { waiversInScope } from '../people/case-scope.js';
import { recordedVenturesInScope } from '../people/scope.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { found, NotFound } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { amountText } from './amounts.js';
import { type AskedTotal, askedTotal } from './asked-total.js';
import { entriesOfRecord } from './entry-list.js';
import { totalsAddress } from './forms.js';
import { isSumOfEntries, recordsOf } from './measures.js';
import { asOfText, measureName, scopeName } from './present.js';
import { presentEntry } from './present-records.js';

/** The entries that one record's amount is the sum of: /totals/entries?measure=jobs&scope=park:P01&venture=… */
export async function showEntries(deps: Deps, req: Request, res: Response): Promise<void> {
  const total = await askedTotal(deps, req, res);
  const { records, scope, address } = total;
  const { measure } = records;
  const [parkId] = scope.parkIds;
  if (!isSumOfEntries(measure) || !scope.text.startsWith('park:') || parkId === undefined)
    throw new NotFound();
  const kind = recordsOf(measure);
  const venture = kind === 'park' ? null : await askedVenture(deps, req, res);
  const waiver = kind === 'waiver' ? await askedWaiver(deps, req, res, venture?.id ?? 0) : null;
  const record = { parkId, ventureId: venture?.id ?? null, waiverId: waiver?.id ?? null };
  const entries = await entriesOfRecord(deps.db, records, record);
  const { say, lang } = frameOf(res);
  const name = venture?.name ?? scopeName(scope, { say, lang });
  const sum = entries.reduce((total, { amount }) => total + amount, 0);
  page(res, 'ledger/entries', {
    title: say('ledger.entries.title', { name }),
    crumbs: crumbsOf(total, say('people.nav.dashboard'), measureName(address, say)),
    over: `${measureName(address, say)} · ${scopeName(scope, { say, lang })}`,
    asOf: asOfText({ ...address, month: address.month ?? null }, { say, lang }),
    entries: entries.map((entry) => presentEntry(entry, { say, lang })),
    sum: amountText(measure, sum, lang),
    waiver: waiver && { href: `/waivers/${waiver.application.number}`, number: waiver.number },
    venture: venture && { href: `/ventures/${venture.number}`, name: venture.name },
  });
}

async function askedVenture({ db }: Deps, req: Request, res: Response) {
  const asked = req.query.venture;
  if (typeof asked !== 'string') throw new NotFound();
  const scope = recordedVenturesInScope(viewerOf(res));
  return found(
    await db.venture.findFirst({
      where: { AND: [scope, { number: asked }] },
      select: { id: true, number: true, name: true },
    }),
  );
}

async function askedWaiver({ db }: Deps, req: Request, res: Response, ventureId: number) {
  const asked = req.query.waiver;
  if (typeof asked !== 'string') throw new NotFound();
  return found(
    await db.waiver.findFirst({
      where: { AND: [waiversInScope(viewerOf(res)), { ventureId, number: asked }] },
      select: { id: true, number: true, application: { select: { number: true } } },
    }),
  );
}

function crumbsOf({ address }: AskedTotal, dashboard: string, measure: string) {
  return [
    { href: `/dashboard?asOf=${address.asOf}`, label: dashboard },
    { href: totalsAddress(address), label: measure },
  ];
}
