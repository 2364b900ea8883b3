import type { Request, Response } from 'express';
import { number } from '../language/format.js';
import { venturesInScope } from '../people/scope.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { found, NotFound } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { type AskedTotal, askedTotal } from './asked-total.js';
import { entriesOfRecord } from './entry-list.js';
import { totalsAddress } from './forms.js';
import { asOfText, presentEntry, scopeName } from './present.js';

/** The entries that one record's amount is the sum of: /totals/entries?measure=jobs&scope=park:P01&venture=… */
export async function showEntries(deps: Deps, req: Request, res: Response): Promise<void> {
  const total = await askedTotal(deps, req, res);
  const { records, scope, address } = total;
  const { measure } = records;
  const [parkId] = scope.parkIds;
  if (measure === 'owed' || !scope.text.startsWith('park:') || parkId === undefined)
    throw new NotFound();
  const venture = measure === 'parks' ? null : await askedVenture(deps, req, res);
  const record = { parkId, ventureId: venture?.id ?? null };
  const entries = await entriesOfRecord(deps.db, { ...records, measure }, record);
  const { say, lang } = frameOf(res);
  const name = venture?.name ?? scopeName(scope, { say, lang });
  page(res, 'ledger/entries', {
    title: say('ledger.entries.title', { name }),
    crumbs: crumbsOf(total, say('people.nav.dashboard'), say(`ledger.measure.${measure}`)),
    over: `${say(`ledger.measure.${measure}`)} · ${scopeName(scope, { say, lang })}`,
    asOf: asOfText({ ...address, month: address.month ?? null }, { say, lang }),
    entries: entries.map((entry) => presentEntry(entry, { say, lang })),
    sum: number(
      entries.reduce((sum, { amount }) => sum + amount, 0),
      lang,
    ),
    venture: venture && { href: `/ventures/${venture.number}`, name: venture.name },
  });
}

async function askedVenture({ db }: Deps, req: Request, res: Response) {
  const asked = req.query.venture;
  if (typeof asked !== 'string') throw new NotFound();
  const scope = venturesInScope(viewerOf(res));
  return found(
    await db.venture.findFirst({
      where: { AND: [scope, { number: asked }] },
      select: { id: true, number: true, name: true },
    }),
  );
}

function crumbsOf({ address }: AskedTotal, dashboard: string, measure: string) {
  return [
    { href: `/dashboard?asOf=${address.asOf}`, label: dashboard },
    { href: totalsAddress(address), label: measure },
  ];
}
