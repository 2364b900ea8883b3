import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/database/direct-sql.js';
import { type Sql, sql } from '../../src/database/sql.js';
import { applicationScope, waiverScope } from '../../src/people/case-scope.js';
import { parkScope, personScope, type Scope, ventureScope } from '../../src/people/scope.js';
import type { Viewer } from '../../src/people/viewer.js';
import { viewerOfAccount } from '../../src/people/viewer-of-account.js';
import { type Demonstration, demonstration } from '../demonstration.js';

let data: Demonstration;
let viewers: Viewer[];

beforeAll(async () => {
  data = await demonstration();
  const accounts = await data.db.account.findMany({ select: { id: true } });
  const known = await Promise.all(accounts.map(({ id }) => viewerOfAccount(data.db, id)));
  const all = known.filter((viewer) => viewer !== null);
  const nowhere = all.map((viewer) => ({ ...viewer, parkIds: [], personId: null }));
  viewers = [...all, ...nowhere];
});
afterAll(() => data?.close());

type Ids = { id: number }[];
const idsOf = (rows: Ids): number[] => rows.map(({ id }) => Number(id)).sort((a, b) => a - b);

/** What the client finds by a scope, and what SQL does. */
type Both = (viewer: Viewer) => [Promise<Ids>, Promise<Ids>];
const select = { id: true };
const inSql = (from: Sql, alias: Sql, scope: Scope<unknown>): Promise<Ids> =>
  rowsOf(data.db, sql`SELECT ${alias}."id" FROM ${from} ${alias} WHERE ${scope.sql}`);

const kinds: Record<string, Both> = {
  parks: (viewer) => {
    const scope = parkScope(viewer);
    return [
      data.db.park.findMany({ where: scope.where, select }),
      inSql(sql`"Park"`, sql`p`, scope),
    ];
  },
  ventures: (viewer) => {
    const scope = ventureScope(viewer);
    return [
      data.db.venture.findMany({ where: scope.where, select }),
      inSql(sql`"Venture"`, sql`v`, scope),
    ];
  },
  people: (viewer) => {
    const scope = personScope(viewer);
    return [
      data.db.person.findMany({ where: scope.where, select }),
      inSql(sql`"Person"`, sql`i`, scope),
    ];
  },
  cases: (viewer) => {
    const scope = applicationScope(viewer);
    return [
      data.db.waiverApplication.findMany({ where: scope.where, select }),
      inSql(sql`"WaiverApplication"`, sql`a`, scope),
    ];
  },
  waivers: (viewer) => {
    const scope = waiverScope(viewer);
    return [
      data.db.waiver.findMany({ where: scope.where, select }),
      inSql(sql`"Waiver"`, sql`a`, scope),
    ];
  },
};

describe('a scope is the same for the client and in SQL', () => {
  for (const [kind, both] of Object.entries(kinds)) {
    it(`for ${kind}, whoever asks`, async () => {
      const counts = new Set<number>();
      for (const viewer of viewers) {
        const [byClient, bySql] = await Promise.all(both(viewer));
        expect([viewer.username, idsOf(bySql)]).toEqual([viewer.username, idsOf(byClient)]);
        counts.add(byClient.length);
      }
      // Not all alike, or nothing would be shown by it.
      expect(counts.size).toBeGreaterThan(2);
    });
  }
});
