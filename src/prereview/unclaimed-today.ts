import { rowsOf } from '../database/direct-sql.js';
import { jsonField } from '../database/json.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { linesOfAKind, type TodayLine, type TodaySource } from '../people/today-lines.js';
import type { Viewer } from '../people/viewer.js';
import { parkIdsOf } from './queries.js';
import { countUnclaimed, isStillFound, unclaimedIds } from './unclaimed.js';

type Row = {
  number: string;
  name: string;
  parkId: number;
  park: string;
  founder: string | null;
  phone: string | null;
  fen: number;
  policy: string;
  /** As JSON. */
  policyName: string;
  form: string | null;
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
    // What is worth most first: it is what is applied for from here.
    sql`SELECT v."number", v."name", f."parkId", p."number" AS "park", i."name" AS "founder", o."code" AS "policy",
        COALESCE(i."phone", NULLIF(v."phone", '')) AS "phone", f."fen",
        ${jsonField(sql`n."rules"`, 'name')} AS "policyName", ${jsonField(sql`n."rules"`, 'form')} AS "form"
      FROM "PrereviewFinding" f JOIN "Venture" v ON v."id" = f."ventureId" JOIN "Park" p ON p."id" = f."parkId"
      JOIN "Policy" o ON o."id" = f."policyId" LEFT JOIN "Person" i ON i."id" = f."personId"
      JOIN "PolicyVersion" n ON n."id" = ${jsonField(sql`f."detail"`, 'versionId')}
      WHERE ${isStillFound('qualifies', parkIds)} AND f."ventureId" IN ${listed(ids)}
      ORDER BY f."fen" DESC, v."id", f."id"`,
  );
  const ventures = [...new Set(rows.map(({ number }) => number))];
  return {
    id: 'unclaimed',
    title: voice.say('prereview.today.unclaimed'),
    total,
    lines: ventures.map((one) =>
      lineOf(
        rows.filter(({ number }) => number === one),
        viewer,
        voice,
      ),
    ),
    allHref: '/prereview?kind=qualifies',
  };
};

/** @param rows what one venture qualifies for */
function lineOf(rows: Row[], viewer: Viewer, voice: Voice): TodayLine {
  const { say } = voice;
  const { number, name, park, parkId, founder, phone, policy } = rows[0] as Row;
  const href = `/ventures/${number}`;
  const isTheirs = viewer.role === 'park-manager' && viewer.parkIds.includes(parkId);
  const apply = {
    label: say('prereview.today.apply'),
    href: `/waivers/new?venture=${number}&policy=${policy}`,
  };
  return {
    href,
    title: name,
    text: [number, park, founder, ...rows.map((row) => worthOf(row, voice))]
      .filter(Boolean)
      .join(' · '),
    due: null,
    isOverdue: false,
    phone,
    acts: isTheirs ? [apply] : [],
  };
}

/** By which policy, and what it would come to: rent that is waived, or money that is paid. */
function worthOf({ policyName, form, fen }: Row, { say, lang }: Voice): string {
  const policy = (JSON.parse(policyName) as Record<Lang, string>)[lang];
  const kind = form === 'subsidy' ? 'paid' : 'waived';
  return say(`prereview.today.worth-${kind}`, { policy, yuan: yuan(fen, lang) });
}
