import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { linesOfAKind, type TodayLine, type TodaySource } from '../people/today-lines.js';
import type { Viewer } from '../people/viewer.js';
import { parkIdsOf } from './queries.js';
import { countUnclaimed, unclaimedIds } from './unclaimed.js';

type Row = {
  number: string;
  name: string;
  parkId: number;
  park: string;
  founder: string | null;
  phone: string | null;
  fen: number;
  policy: string;
};

/** Who qualifies and has not applied, what is worth most first, each with the phone of the founder. */
export const unclaimedToday: TodaySource = async ({ reads, viewer, voice }) => {
  if (!canReadTotals(viewer)) return null;
  const parkIds = await parkIdsOf(reads, viewer);
  const ids = await unclaimedIds(reads, 'qualifies', parkIds, { offset: 0, limit: linesOfAKind });
  const total =
    ids.length < linesOfAKind ? ids.length : await countUnclaimed(reads, 'qualifies', parkIds);
  const rows = await rowsOf<Row>(
    reads,
    // Of several policies the one that is worth most.
    sql`SELECT v."number", v."name", f."parkId", p."number" AS "park", i."name" AS "founder", o."code" AS "policy",
        COALESCE(i."phone", NULLIF(v."phone", '')) AS "phone", MAX(f."fen") AS "fen"
      FROM "PrereviewFinding" f JOIN "Venture" v ON v."id" = f."ventureId" JOIN "Park" p ON p."id" = f."parkId"
      JOIN "Policy" o ON o."id" = f."policyId" LEFT JOIN "Person" i ON i."id" = f."personId"
      WHERE f."kind" = 'qualifies' AND f."ventureId" IN ${listed(ids)}
        AND f."parkId" IN ${listed(parkIds)}
      GROUP BY v."id" ORDER BY "fen" DESC, v."id"`,
  );
  return {
    id: 'unclaimed',
    title: voice.say('prereview.today.unclaimed'),
    total,
    lines: rows.map((row) => lineOf(row, viewer, voice)),
    allHref: '/prereview?kind=qualifies',
  };
};

function lineOf(row: Row, viewer: Viewer, { say, lang }: Voice): TodayLine {
  const { number, name, park, founder, phone, fen } = row;
  const href = `/ventures/${number}`;
  const isTheirs = viewer.role === 'park-manager' && viewer.parkIds.includes(row.parkId);
  const apply = {
    label: say('prereview.today.apply'),
    href: `/waivers/new?venture=${number}&policy=${row.policy}`,
  };
  const worth = say('prereview.today.worth', { yuan: yuan(fen, lang) });
  return {
    href,
    title: name,
    text: [number, park, founder, worth].filter(Boolean).join(' · '),
    due: null,
    isOverdue: false,
    phone,
    acts: isTheirs ? [apply] : [],
  };
}
