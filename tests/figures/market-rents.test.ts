import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { checkEdition } from '../../src/figures/check-edition.js';
import { countedIn } from '../../src/figures/counted.js';
import { findFigure } from '../../src/figures/published-queries.js';
import { withdrawFigure } from '../../src/figures/withdraw-figure.js';
import { proposedWording } from '../../src/figures/wordings.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { plain } from '../reports/reading.js';
import { Client, signIn } from '../web/client.js';
import { someFigure } from './publishing-cast.js';

/** One lease of the network is rent-free, of a space whose market rent is known. */
let net: Network;
const asOf = '2025-01-21';
beforeEach(async () => {
  net = await startNetwork();
});
afterEach(() => net.close());

async function publish(): Promise<string> {
  const scope = { kind: 'network' } as const;
  const value = await totalOf(net.db, { measure: 'rent-relief', scope, asOf });
  const { zh: wordingZh, en: wordingEn } = proposedWording(value, countedIn('rent-relief'));
  const figure = { measure: 'rent-relief', wordingZh, wordingEn } as const;
  return transact(net.db, (tx) => someFigure(tx, figure));
}
async function figureOf(number: string) {
  const figure = await findFigure(net.db, number);
  if (!figure) throw new Error(`no figure ${number}`);
  return figure;
}
const forget = () =>
  transact(net.db, async (tx) => {
    const { spaceId } = await tx.tenancy.findFirstOrThrow();
    const unknown = { spaceId, fromOn: '2025-01-01', fen: null, source: '产权不清' };
    await valueSpace(tx, at('2025-02-11'), unknown);
  });
const pageOf = async (number: string) =>
  plain((await new Client(net.base).get(`/figures/published/${number}`)).text);

it('an edition says how many leases had a market rent when it was published', async () => {
  const number = await publish();
  const figure = await figureOf(number);
  expect(figure.current.marketRents).toEqual({ leases: 1, known: 1 });
  await forget();
  const said = '市场租金登记（公布时） 在园租约 1 份，市场租金均有登记';
  expect(await pageOf(number)).toContain(said);
  // What is known of rents now is nothing that the ledger pins: the edition is what it was.
  expect((await checkEdition(net.db, figure, figure.current)).differing).toEqual([]);
  const later = await figureOf(await publish());
  expect(later.current.marketRents).toEqual({ leases: 1, known: 0 });
  expect(await pageOf(later.number)).toContain('其中 0 份有市场租金，1 份不详、未计入');
});

it('who publishes reads it before it is final, and a withdrawal keeps it', async () => {
  const number = await publish();
  await forget();
  const bureau = await signIn(net.base, 'bureau');
  const position = await headPosition(net.db);
  const asked = `measure=rent-relief&scope=network&asOf=${asOf}&position=${position}`;
  const { text } = await bureau.get(`/figures/published/new?${asked}`);
  expect(plain(text)).toContain('市场租金登记 在园租约 1 份，其中 0 份有市场租金');
  const withdrawal = { number, edition: 1, reason: '重复公布', told: '无' };
  await transact(net.db, (tx) => withdrawFigure(tx, at('2025-02-12'), withdrawal));
  expect((await figureOf(number)).current.marketRents).toEqual({ leases: 1, known: 1 });
});

it('one of before that was recorded says so, and a figure of ventures says nothing of rents', async () => {
  const number = await publish();
  const { id: figureId } = await net.db.publishedFigure.findUniqueOrThrow({ where: { number } });
  await net.db
    .$executeRaw`INSERT INTO "FigureEdition" SELECT NULL, "figureId", 2, 'corrected', "position",
    "definition", "value", "coverage", "parkIds", "members", "membersHash", "wordingZh", "wordingEn", "source",
    "channel", '更正', '无', "publishedAt", "publishedById", NULL, NULL
    FROM "FigureEdition" WHERE "figureId" = ${figureId}`;
  expect(await pageOf(number)).toContain('市场租金登记（公布时） 公布时未记录');
  const ventures = await transact(net.db, (tx) =>
    someFigure(tx, { measure: 'ventures', wordingZh: '11', wordingEn: '11' }),
  );
  expect((await figureOf(ventures)).current.marketRents).toBeNull();
  expect(await pageOf(ventures)).not.toContain('市场租金登记');
  expect(await pageOf(ventures)).not.toContain('填报此类人数');
});
