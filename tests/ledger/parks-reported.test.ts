import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkEdition } from '../../src/figures/check-edition.js';
import { computeFigure } from '../../src/figures/compute-figure.js';
import { coverageByPark, hasReported } from '../../src/ledger/coverage.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

describe('whether a park has reported', () => {
  it('is whether its monthly return is handed in and was not sent back', () => {
    const handedIn = new Map([
      [1, true],
      [2, false],
    ]);
    const some = { due: 10, filed: 8 };
    expect(hasReported(some, 1, handedIn)).toBe(true);
    expect(hasReported({ due: 10, filed: 10 }, 2, handedIn)).toBe(false);
    // Without a monthly return: when nothing is missing.
    expect(hasReported(some, 3, handedIn)).toBe(false);
    expect(hasReported({ due: 10, filed: 10 }, 3, handedIn)).toBe(true);
    // Where no park has one, ventures filed one by one.
    expect(hasReported(some, 3, new Map())).toBe(true);
    expect(hasReported({ due: 10, filed: 0 }, 3, new Map())).toBe(false);
    expect(hasReported({ due: 0, filed: 0 }, 1, handedIn)).toBe(false);
  });
});

describe('the coverage of the demonstration for October 2026', () => {
  let network: Demonstration;
  let app: TestApp;
  beforeAll(async () => {
    network = await demonstration();
    app = await startApp({ db: network.db, clock: testClock(new Date('2026-11-23T02:00:00Z')) });
  });
  afterAll(async () => {
    await app.close();
    await network.close();
  });
  const parkIds = async () => (await network.db.park.findMany()).map(({ id }) => id);

  it('counts neither the parks that are overdue nor the one that was sent back, on any page', async () => {
    const states = await network.db.monthlyReturn.groupBy({
      by: ['state'],
      where: { month: '2026-10' },
      _count: true,
    });
    const handedIn = states
      .filter(({ state }) => ['submitted', 'approved', 'accepted'].includes(state))
      .reduce((sum, { _count }) => sum + _count, 0);
    expect(handedIn).toBe(6);
    const coverage = (await coverageByPark(network.db, '2026-10-31')).sum(await parkIds());
    expect(coverage).toMatchObject({ parks: 10, parksReporting: 6 });
    const bureau = await signIn(app.base, 'bureau');
    for (const address of ['/dashboard', '/totals?measure=jobs'])
      expect((await bureau.get(address)).text, address).toContain('10 家园区中 6 家已报送');
    const api = await new Client(app.base).get('/api/v1/totals');
    expect(api.text).not.toContain('"parksReporting":10');
  });

  it('is told as it was known: before the return was sent back, and before any was handed in', async () => {
    const { at } = await network.db.historyEvent.findFirstOrThrow({
      where: { verb: 'monthly-return.sent-back' },
    });
    const { position } = await network.db.ledgerEntry.findFirstOrThrow({
      orderBy: { position: 'desc' },
    });
    const ids = await parkIds();
    const known = async (until: Date) =>
      (await coverageByPark(network.db, '2026-10-31', position, until)).sum(ids).parksReporting;
    expect(await known(new Date(at.getTime() - 1000))).toBe((await known(at)) + 1);
    expect(await known(at)).toBe(6);
  });

  it('leaves an edition as it was published, by the definition of then too', async () => {
    const { position } = await network.db.ledgerEntry.findFirstOrThrow({
      orderBy: { position: 'desc' },
    });
    const query = { measure: 'jobs' as const, asOf: '2026-10-31', month: null, position };
    const computed = await computeFigure(network.db, { ...query, parkIds: await parkIds() });
    expect(computed.coverage?.parksReporting).toBe(6);
    const differing = async (parksReporting: number) => {
      const coverage = computed.coverage && { ...computed.coverage, parksReporting };
      const edition = {
        ...computed,
        coverage,
        position,
        parkIds: await parkIds(),
        publishedAt: new Date('2026-11-20T02:00:00Z'),
      };
      const [figure, stored] = [query, edition] as unknown as [
        Parameters<typeof checkEdition>[1],
        Parameters<typeof checkEdition>[2],
      ];
      return (await checkEdition(network.db, figure, stored)).differing;
    };
    expect(await differing(6)).toEqual([]);
    expect(await differing(10)).toEqual([]);
    expect(await differing(7)).toEqual(['coverage']);
  });
});
