import { afterAll, beforeAll, expect, it } from 'vitest';
import '../../src/words.js';
import '../../src/exported.js';
import { rowsOf } from '../../src/database/direct-sql.js';
import { sql } from '../../src/database/sql.js';
import { isWordKey, makeSay } from '../../src/language/say.js';
import { fieldOf } from '../../src/trail/fields.js';
import { namesFor } from '../../src/trail/names.js';
import { presentEvent } from '../../src/trail/present.js';
import type { EventRow } from '../../src/trail/queries.js';
import { kindOf } from '../../src/trail/verbs.js';
import { type Demonstration, demonstration } from '../demonstration.js';

let made: Demonstration;
beforeAll(async () => {
  made = await demonstration();
});
afterAll(() => made.close());

it('has words for everything that the demonstration’s events tell of', async () => {
  const told = await rowsOf<{ verb: EventRow['verb']; name: string }>(
    made.db,
    sql`SELECT DISTINCT "verb", j."key" AS "name" FROM "HistoryEvent", json_each("detail") j`,
  );
  expect(told.length).toBeGreaterThan(150);
  const pair = ['before', 'after'];
  const bare = told.filter(
    ({ verb, name }) => !pair.includes(name) && !isWordKey(fieldOf(kindOf(verb), name).label),
  );
  expect(bare.map(({ verb, name }) => `${verb} ${name}`)).toEqual([]);
});

it('says of which policy a lease’s rent rests on a clause, and counts with the word for what is counted', async () => {
  const { db } = made;
  const lease = await db.tenancy.findFirstOrThrow({ where: { policyVersionId: { not: null } } });
  const version = await db.policyVersion.findUniqueOrThrow({
    where: { id: lease.policyVersionId as number },
    select: { id: true, number: true },
  });
  const event = (verb: string, detail: unknown): EventRow => ({
    id: 1,
    at: new Date('2026-12-01T00:00:00Z'),
    actorId: null,
    verb,
    subjectKind: 'venture',
    subjectId: 1,
    ventureId: 1,
    parkId: 1,
    reason: '',
    detail,
  });
  const events = [
    event('tenancy.began', { policyVersionId: version.id, clause: '3.2' }),
    event('visit.logged', { ventures: 3 }),
    event('visit.photos-added', { photos: 2 }),
  ];
  const said = async (lang: 'zh' | 'en') => {
    const names = await namesFor(db, events, lang);
    return events.flatMap(
      (row) => presentEvent(row, names, { say: makeSay(lang), lang }, { showsPhones: true }).lines,
    );
  };
  expect(await said('zh')).toEqual([
    `政策版本：园区免租金（示例）第 ${version.number} 版；条款：3.2`,
    '服务对象：3 家',
    '照片：2 张',
  ]);
  expect(await said('en')).toEqual([
    `Policy version: Rent-free premises (example), version ${version.number}; Clause: 3.2`,
    'Ventures served: 3',
    'Photos: 2',
  ]);
});
