import { expect, it } from 'vitest';
import { type Before, databaseBefore } from '../database/before-migration.js';

type Earlier = { of: number; at: string; resolvedAt?: string };
/** Case 1: two that overlap, one of them open. Case 2: one that is answered. Case 3: over, with one. Case 4: none. */
const earlier: Earlier[] = [
  { of: 1, at: '2026-11-17T20:00:00.000+00:00', resolvedAt: '2026-11-19T02:00:00.000+00:00' },
  { of: 1, at: '2026-11-18T02:00:00.000+00:00' },
  { of: 2, at: '2026-11-18T02:00:00.000+00:00', resolvedAt: '2026-11-20T02:00:00.000+00:00' },
  { of: 3, at: '2025-03-01T02:00:00.000+00:00', resolvedAt: '2025-03-03T02:00:00.000+00:00' },
];

/** These, and the cases that they are of. */
async function stored(): Promise<Before> {
  const before = await databaseBefore('20261404000000_objections_proven');
  const { connection } = before;
  for (const [id, state] of [
    [1, 'notice'],
    [2, 'notice'],
    [3, 'granted'],
    [4, 'notice'],
  ])
    await connection.run(`INSERT INTO "WaiverApplication" ("id", "number", "policyId", "policyVersionId", "ventureId", "personId",
        "parkId", "state", "stateSince", "answers", "begunAt", "submittedAt", "noticeFrom", "noticeTo")
      VALUES (${id}, 'A2026-00000${id}', 1, 1, ${id}, 1, 1, '${state}', '2026-11-16T02:00:00.000+00:00', '{}',
        '2026-11-01T02:00:00.000+00:00', '2026-11-01T02:00:00.000+00:00', '2026-11-16', '2026-11-24')`);
  for (const { of, at, resolvedAt } of earlier)
    await connection.run(`INSERT INTO "Objection" ("applicationId", "at", "name", "phone", "text", "state", "resolvedAt")
      VALUES (${of}, '${at}', '', '', '不符', ${resolvedAt ? `'dismissed', '${resolvedAt}'` : `'open', NULL`})`);
  return before;
}

it('counts an objection of before as proven, numbers it, and keeps whether its notice stands', async () => {
  const before = await stored();
  const { connection } = before;
  try {
    await before.apply();
    const rows = await connection.all(
      'SELECT "number", "at", "provenAt", "ground", "state", "checkCode" FROM "Objection" ORDER BY "id"',
    );
    expect(rows).toMatchObject(
      ['Y2026-0001', 'Y2026-0002', 'Y2026-0003', 'Y2025-0001'].map((number, i) => ({
        number,
        provenAt: earlier[i]?.at,
        ground: 'other',
        state: earlier[i]?.resolvedAt ? 'dismissed' : 'open',
      })),
    );
    const codes = rows.map(({ checkCode }) => String(checkCode));
    for (const code of codes) expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
    expect(new Set(codes).size).toBe(codes.length);
    const cases = await connection.all(
      'SELECT "pausedFrom", "pausedTo" FROM "WaiverApplication" ORDER BY "id"',
    );
    expect(cases).toEqual([
      // The first was made in Zhoushan's morning of the 18th, and answered after the second was made.
      { pausedFrom: '2026-11-18', pausedTo: null },
      { pausedFrom: '2026-11-18', pausedTo: '2026-11-20' },
      { pausedFrom: null, pausedTo: null },
      { pausedFrom: null, pausedTo: null },
    ]);
    const nameless = `INSERT INTO "Objection" ("number", "checkCode", "applicationId", "at", "name", "phone", "ground", "text", "state")
      VALUES ('Y2026-0004', 'X', 1, '2026-11-20T02:00:00.000+00:00', '王', '', 'other', '不符', 'open')`;
    await expect(connection.run(nameless)).rejects.toThrow('Objection_nameless');
  } finally {
    await before.close();
  }
});
