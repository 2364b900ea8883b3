import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { numberFields } from '../find/fields.js';
import { type Findable, seesFew } from '../find/findable.js';
import { waiverScope } from '../people/case-scope.js';
import { sightOf } from '../people/scope.js';
import { voiceOf } from '../policies/form-of.js';
import { rulesOfText } from '../policies/parsed-rules.js';
import type { PolicyForm } from '../policies/rules.js';
import { caseHref } from './find-case.js';
import { findableCases } from './findable-cases.js';
import { letterName } from './reviewing/present-review.js';

/** Letters, by their numbers. */
export const findableLetters: Findable = {
  kind: 'letter',
  group: 'documents',
  from: sql`"Letter" l JOIN "WaiverApplication" a ON a."id" = l."applicationId"`,
  id: sql`l."id"`,
  scope: findableCases.scope,
  async fields(reads, ids) {
    const rows = await rowsOf<{ id: number; number: string; document: string | null }>(
      reads,
      sql`SELECT "id", "number", "series" || '〔' || "seriesYear" || '〕' || "ordinal" || '号' AS "document"
        FROM "Letter" WHERE "id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, document }) => ({
      id,
      open: [...numberFields(number), ...(document === null ? [] : numberFields(document))],
      closed: [],
    }));
  },
  async lines(reads, _viewer, ids, voice) {
    const rows = await rowsOf<{
      id: number;
      number: string;
      kind: string;
      caseNumber: string;
      venture: string;
      rules: string;
    }>(
      reads,
      sql`SELECT l."id", l."number", l."kind", a."number" AS "caseNumber", v."name" AS "venture", p."rules"
        FROM "Letter" l JOIN "WaiverApplication" a ON a."id" = l."applicationId"
          JOIN "PolicyVersion" p ON p."id" = a."policyVersionId"
          JOIN "Venture" v ON v."id" = a."ventureId"
        WHERE l."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, kind, caseNumber, venture, rules }) => ({
      id,
      href: `${caseHref({ number: caseNumber })}/letters/${number}`,
      title: letterName(kind, voiceOf(rulesOfText(rules), voice).say),
      detail: `${number} · ${venture}`,
    }));
  },
};

/** What was granted, by its number; its page is that of the case. */
export const findableWaivers: Findable = {
  kind: 'waiver',
  group: 'documents',
  from: sql`"Waiver" a`,
  id: sql`a."id"`,
  scope: (viewer) =>
    sightOf(viewer) === 'nothing' ? null : { sql: waiverScope(viewer).sql, few: seesFew(viewer) },
  async fields(reads, ids) {
    const rows = await rowsOf<{ id: number; number: string }>(
      reads,
      sql`SELECT "id", "number" FROM "Waiver" WHERE "id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number }) => ({ id, open: numberFields(number), closed: [] }));
  },
  async lines(reads, _viewer, ids, voice) {
    type Row = { id: number; number: string; form: string; caseNumber: string; venture: string };
    const rows = await rowsOf<Row>(
      reads,
      sql`SELECT w."id", w."number", w."form", a."number" AS "caseNumber", v."name" AS "venture"
        FROM "Waiver" w JOIN "WaiverApplication" a ON a."id" = w."applicationId"
          JOIN "Venture" v ON v."id" = w."ventureId"
        WHERE w."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, form, caseNumber, venture }) => ({
      id,
      href: caseHref({ number: caseNumber }),
      title: voiceOf({ form: form as PolicyForm }, voice).say('find.waiver'),
      detail: `${number} · ${venture}`,
    }));
  },
};
