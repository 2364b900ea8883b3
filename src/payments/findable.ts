import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { numberFields } from '../find/fields.js';
import { type Findable, seesFew } from '../find/findable.js';
import { waiverScope } from '../people/case-scope.js';
import { sightOf } from '../people/scope.js';

/** Notices of payments that were made, by their numbers; the page is that of the claim. */
export const findablePayments: Findable = {
  kind: 'payment',
  group: 'documents',
  from: sql`"PaymentLine" l JOIN "SubsidyClaim" c ON c."id" = l."claimId" JOIN "Waiver" a ON a."id" = c."waiverId"`,
  id: sql`l."id"`,
  scope: (viewer) =>
    sightOf(viewer) === 'nothing' ? null : { sql: waiverScope(viewer).sql, few: seesFew(viewer) },
  async fields(reads, ids) {
    const rows = await rowsOf<{ id: number; number: string; document: string | null }>(
      reads,
      sql`SELECT "id", "number", "series" || '〔' || "seriesYear" || '〕' || "ordinal" || '号' AS "document"
        FROM "PaymentLine" WHERE "id" IN ${listed(ids)} AND "paidOn" IS NOT NULL`,
    );
    return rows.map(({ id, number, document }) => ({
      id,
      open: [...numberFields(number), ...(document === null ? [] : numberFields(document))],
      closed: [],
    }));
  },
  async lines(reads, _viewer, ids, { say }) {
    const rows = await rowsOf<{ id: number; number: string; claim: string; venture: string }>(
      reads,
      sql`SELECT l."id", l."number", c."number" AS "claim", v."name" AS "venture"
        FROM "PaymentLine" l JOIN "SubsidyClaim" c ON c."id" = l."claimId" JOIN "Waiver" a ON a."id" = c."waiverId"
          JOIN "Venture" v ON v."id" = a."ventureId"
        WHERE l."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, claim, venture }) => ({
      id,
      href: `/payments/claims/${claim}`,
      title: say('payments.notice.title'),
      detail: `${number} · ${venture}`,
    }));
  },
};
