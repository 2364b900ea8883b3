import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { checkEdition, entriesSince, knownNow } from '../../src/figures/check-edition.js';
import { computeFigure } from '../../src/figures/compute-figure.js';
import { correctFigure } from '../../src/figures/correct-figure.js';
import { figureScope } from '../../src/figures/figure-scope.js';
import { findFigure, type PublishedFigure } from '../../src/figures/published-queries.js';
import { withdrawFigure } from '../../src/figures/withdraw-figure.js';
import { proposedWording } from '../../src/figures/wordings.js';
import { recordSummary } from '../../src/ledger/record-list.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at, headcount } from '../ledger/network.js';
import { step } from '../step.js';
import { someFigure } from './publishing-cast.js';

let network: Network;
let jobs: number;
beforeEach(async () => {
  network = await startNetwork();
  jobs = await totalOf(network.db, {
    measure: 'jobs',
    scope: { kind: 'network' },
    asOf: '2025-01-21',
  });
});
afterEach(() => network.close());

const wording = (value: number) => {
  const { zh, en } = proposedWording(value);
  return { wordingZh: zh, wordingEn: en };
};
const publish = (given: Parameters<typeof someFigure>[1] = wording(jobs)) =>
  transact(network.db, (tx) => someFigure(tx, given));
async function figureOf(number: string): Promise<PublishedFigure> {
  const figure = await findFigure(network.db, number);
  if (!figure) throw new Error(`no figure ${number}`);
  return figure;
}
const change = { edition: 1, reason: '补报月报', told: '市政府办公室', source: '简报' } as const;

describe('publishing', () => {
  it('pins the value, its records and its coverage, under the next number of the year', async () => {
    const number = await publish();
    const { current, ...figure } = await figureOf(number);
    expect(number).toBe('F2025-0001');
    expect(figure).toMatchObject({
      measure: 'jobs',
      scope: 'network',
      scopeNameEn: 'The whole network',
    });
    expect(current).toMatchObject({
      edition: 1,
      kind: 'published',
      value: jobs,
      definition: 3,
      members: 11,
      parkIds: network.parkIds,
      coverage: { parks: 3, due: 11, filed: 6, carried: 5 },
    });
    expect(current.membersHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await publish()).toBe('F2025-0002');
  });

  test.each([
    ['parks', null],
    ['ventures', null],
    ['jobs', null],
    ['returns', '2024-12'],
  ] as const)('the value of %s is the total, in every scope', async (measure, month) => {
    const position = await headPosition(network.db);
    for (const text of ['network', 'region:330903', 'park:P03']) {
      const asOf = '2025-01-21';
      const scope = await figureScope(network.db, text, { asOf, month });
      const parkIds = scope?.parkIds ?? [];
      const query = { measure, month, asOf, position, parkIds };
      const { value, members } = await computeFigure(network.db, query);
      const period = month ? { from: '2024-12-01', asOf: '2024-12-31' } : { asOf };
      const summary = await recordSummary(network.db, { measure, parkIds, ...period });
      expect({ value, members }, text).toEqual({ value: summary.sum, members: summary.count });
      expect(value, text).toBeGreaterThan(0);
    }
  });

  test.each([
    ['a number that is another', { wordingZh: '9000余' }, 'wordingZh: figures.wording.misses'],
    ['words that are none', { wordingZh: '很多' }, 'wordingZh: figures.wording.unreadable'],
    ['English that is another', { wordingEn: 'over 9,000' }, 'wordingEn: figures.wording.misses'],
    ['a day to come', { asOf: '2025-02-11' }, 'asOf: calendar.in-future'],
    ['an unknown scope', { scope: 'park:P99' }, 'scope: figures.publish.no-scope'],
    ['the city as a region', { scope: 'region:330900' }, 'scope: figures.publish.no-scope'],
    ['a place not reached', { position: 999_999 }, 'position: figures.publish.no-position'],
    ['a month for a stock', { month: '2024-12' }, 'month: web.field.month'],
    ['a flow without one', { measure: 'returns' }, 'month: web.field.month'],
    ['a month not over', { measure: 'returns', month: '2025-01' }, 'month: ledger.month-not-over'],
  ] as const)('refuses %s, and writes nothing', async (_what, given, fault) => {
    const before = await network.db.figureEdition.count();
    await expect(publish({ ...wording(jobs), ...given })).rejects.toThrow(fault);
    expect(await network.db.figureEdition.count()).toBe(before);
  });

  it('keeps a wording without its unit', async () => {
    const { zh, en } = proposedWording(jobs);
    const number = await publish({ wordingZh: `${zh}人`, wordingEn: `${en} people` });
    expect((await figureOf(number)).current).toMatchObject({ wordingZh: zh, wordingEn: en });
  });
});

describe('a figure later', () => {
  let number: string;
  let later: number;
  beforeEach(async () => {
    number = await publish();
    const month = '2024-12';
    const filed = { ventureId: network.ventureIds[3] as number, month, version: null };
    await transact(network.db, (tx) =>
      fileHeadcounts(tx, at('2025-02-11'), [{ ...filed, ...headcount(60) }]),
    );
    later = 60 - 10;
  });

  it('comes out exactly at its own place in the ledger', async () => {
    const figure = await figureOf(number);
    expect((await checkEdition(network.db, figure, figure.current)).differing).toEqual([]);
  });

  it('is known otherwise today, and the entries since explain by how much', async () => {
    const figure = await figureOf(number);
    const { current: edition } = figure;
    const { parkIds } = edition;
    const now = await knownNow(network.db, figure, edition, parkIds);
    expect(now).toEqual({ value: jobs + later, difference: later, parkChanges: [] });
    const since = await entriesSince(network.db, figure, { edition, parkIds, page: 1 });
    expect(since).toMatchObject({ count: since.entries.length, sum: later });
    expect(since.entries.every((entry) => entry.position > edition.position)).toBe(true);
    const beyond = await entriesSince(network.db, figure, { edition, parkIds, page: 99 });
    expect(beyond.entries).toEqual(since.entries);
  });

  it('says which parks came into its scope and which left', async () => {
    const figure = await figureOf(number);
    const [first, ...others] = network.parkIds;
    const narrowed = { ...figure.current, parkIds: [first] };
    const was = (parkIds: number[]) =>
      computeFigure(network.db, {
        measure: 'jobs',
        asOf: '2025-01-21',
        month: null,
        parkIds,
        position: figure.current.position,
      });
    const then = (await was([first])).value;
    const now = await knownNow(network.db, figure, { ...narrowed, value: then }, others);
    const since = await entriesSince(network.db, figure, {
      edition: narrowed,
      parkIds: others,
      page: 1,
    });
    const moved = now.parkChanges.reduce((sum, { amount }) => sum + amount, 0);
    expect(now.parkChanges.map(({ parkId }) => parkId)).toEqual([...others, first]);
    expect(moved + since.sum).toBe(now.difference);
  });

  it('is corrected by a new edition that follows it, then withdrawn once, and nothing follows', async () => {
    await step(
      'is corrected by a new edition that follows it, and both come out exactly',
      async () => {
        const { current } = await figureOf(number);
        const correct = (given: object) =>
          transact(network.db, async (tx) =>
            correctFigure(tx, at('2025-02-12'), {
              number,
              ...change,
              kind: 'corrected',
              channel: 'briefing',
              ...wording(jobs + later),
              position: await headPosition(tx),
              ...given,
            }),
          );
        await expect(correct({ position: current.position - 1 })).rejects.toThrow(
          'earlier-position',
        );
        await expect(correct(wording(jobs))).rejects.toThrow('figures.wording.misses');
        expect(await correct({})).toBe(2);
        await expect(correct({})).rejects.toThrow('figures.edition-since');
        const same = { edition: 2, channel: 'briefing', source: change.source } as const;
        await expect(correct(same)).rejects.toThrow('figures.correct.nothing-changed');
        const figure = await figureOf(number);
        expect(figure.editions.map(({ kind, value }) => [kind, value])).toEqual([
          ['published', jobs],
          ['corrected', jobs + later],
        ]);
        for (const edition of figure.editions)
          expect((await checkEdition(network.db, figure, edition)).differing).toEqual([]);
      },
    );

    await step('is withdrawn once, and nothing follows', async () => {
      const withdraw = (edition: number) =>
        transact(network.db, (tx) =>
          withdrawFigure(tx, at('2025-02-13'), { number, ...change, edition }),
        );
      await expect(withdraw(1)).rejects.toThrow('figures.edition-since');
      await withdraw(2);
      await expect(withdraw(3)).rejects.toThrow('figures.withdrawn-already');
      expect((await figureOf(number)).current).toMatchObject({
        edition: 3,
        kind: 'withdrawn',
        value: jobs + later,
        told: change.told,
      });
      const events = await network.db.historyEvent.findMany({
        where: { verb: { startsWith: 'figure.' } },
      });
      expect(events.slice(-2).map(({ verb }) => verb)).toEqual([
        'figure.corrected',
        'figure.withdrawn',
      ]);
    });
  });
});

describe('what was published', () => {
  it('is never changed: the database refuses', async () => {
    const { db } = network;
    const number = await publish({ measure: 'parks', wordingZh: '3', wordingEn: '3' });
    const { id, current } = await figureOf(number);
    const edition = { where: { id: current.id } };
    await expect(db.figureEdition.update({ ...edition, data: { wordingZh: '4' } })).rejects.toThrow(
      'only ever added',
    );
    await expect(db.figureEdition.delete(edition)).rejects.toThrow('only ever added');
    const figure = { where: { id } };
    await expect(
      db.publishedFigure.update({ ...figure, data: { asOf: '2024-01-01' } }),
    ).rejects.toThrow('only ever added');
    await expect(db.publishedFigure.delete(figure)).rejects.toThrow();
  });

  test.each([
    ['a gap', { edition: 3 }],
    ['an earlier place in the ledger', { edition: 2, position: 0 }],
    ['no reason', { edition: 2, reason: '' }],
    ['another kind', { edition: 2, kind: 'forgotten' }],
  ])('has no edition with %s', async (_what, wrong) => {
    const number = await publish({ measure: 'parks', wordingZh: '3', wordingEn: '3' });
    const { current } = await figureOf(number);
    const { id: _, coverage: __, marketRents: ___, value, ...said } = current;
    const next = { kind: 'corrected', reason: '更正', told: '无', ...wrong };
    await expect(
      network.db.figureEdition.create({ data: { ...said, value: BigInt(value), ...next } }),
    ).rejects.toThrow();
  });
});
