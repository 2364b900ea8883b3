import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { nameFields, numberFields, personFields, phoneFields } from '../find/fields.js';
import { type Findable, seesFew } from '../find/findable.js';
import { applicationScope } from '../people/case-scope.js';
import { sightOf } from '../people/scope.js';
import { homeParkSql } from '../people/whereabouts.js';
import { caseHref } from './find-case.js';
import { stateTag } from './next-step.js';
import { canSeeQueue } from './permissions.js';
import { queueAddress } from './queue/queue-filter.js';

/** Cases, by their number and by who applies for which venture; by the applicant's phone for those who may read it. */
export const findableCases: Findable = {
  kind: 'case',
  group: 'cases',
  from: sql`"WaiverApplication" a`,
  id: sql`a."id"`,
  scope: (viewer) =>
    sightOf(viewer) === 'nothing'
      ? null
      : { sql: applicationScope(viewer).sql, few: seesFew(viewer) },
  closedScope(viewer) {
    const scope = findableCases.scope(viewer);
    if (scope === null || viewer.role !== 'park-manager') return scope;
    // As `canSeePrivate` has it: of people one of whose ventures is in the viewer's parks, or was there last.
    const isOwn = sql`EXISTS (SELECT 1 FROM "PersonRole" r JOIN "Venture" v ON v."id" = r."ventureId"
      WHERE r."personId" = a."personId" AND ${homeParkSql(sql`v`)} IN ${listed(viewer.parkIds)})`;
    return { sql: sql`${scope.sql} AND ${isOwn}`, few: false };
  },
  async fields(reads, ids) {
    const rows = await rowsOf<CaseRow>(
      reads,
      sql`SELECT a."id", a."number", v."number" AS "ventureNumber", v."name" AS "venture",
          i."name" AS "person", i."phone"
        FROM "WaiverApplication" a JOIN "Venture" v ON v."id" = a."ventureId" JOIN "Person" i ON i."id" = a."personId"
        WHERE a."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, ventureNumber, venture, person, phone }) => ({
      id,
      open: [
        ...numberFields(number),
        ...numberFields(ventureNumber),
        ...nameFields(venture),
        ...personFields(person),
      ],
      closed: phoneFields(phone),
    }));
  },
  async lines(reads, _viewer, ids, { say }) {
    const rows = await rowsOf<{
      id: number;
      number: string;
      state: string;
      venture: string;
      person: string;
    }>(
      reads,
      sql`SELECT a."id", a."number", a."state", v."name" AS "venture", i."name" AS "person"
        FROM "WaiverApplication" a JOIN "Venture" v ON v."id" = a."ventureId" JOIN "Person" i ON i."id" = a."personId"
        WHERE a."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, state, venture, person }) => ({
      id,
      href: caseHref({ number }),
      title: venture,
      detail: `${number} · ${person} · ${stateTag(state, { say }).label}`,
    }));
  },
  listHref: (viewer, q) => (canSeeQueue(viewer) ? queueAddress({ tab: 'all', q }) : null),
};

type CaseRow = {
  id: number;
  number: string;
  ventureNumber: string;
  venture: string;
  person: string;
  phone: string | null;
};
