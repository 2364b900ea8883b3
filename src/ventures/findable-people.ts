import { rowsOf } from '../database/direct-sql.js';
import { jsonValues } from '../database/json.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { numberFields, personFields, phoneFields } from '../find/fields.js';
import { type Findable, seesFew } from '../find/findable.js';
import { personHref } from '../people/kept-person.js';
import { isCurrentPerson } from '../people/merged-people.js';
import { seesPerson, sightOf, ventureScope } from '../people/scope.js';
import { homeParkSql } from '../people/whereabouts.js';

/** People, by number and name; by their phones for those who read what is private of them. */
export const findablePeople: Findable = {
  kind: 'person',
  group: 'people',
  from: sql`"Person" i`,
  id: sql`i."id"`,
  scope: (viewer) =>
    sightOf(viewer) === 'nothing' ? null : { sql: seesPerson(viewer), few: seesFew(viewer) },
  closedScope(viewer) {
    if (sightOf(viewer) === 'nothing') return null;
    if (viewer.role !== 'park-manager') return { sql: seesPerson(viewer), few: seesFew(viewer) };
    // As `canSeePrivate` has it, which implies that the person is seen.
    const isOwn = sql`EXISTS (SELECT 1 FROM "PersonRole" r JOIN "Venture" v ON v."id" = r."ventureId"
      WHERE r."personId" = i."id" AND ${homeParkSql(sql`v`)} IN ${listed(viewer.parkIds)})`;
    return { sql: isOwn, few: false };
  },
  async fields(reads, ids) {
    const rows = await rowsOf<PersonRow>(
      reads,
      sql`SELECT i."id", i."number", i."name", i."phone", ${isCurrentPerson.sql} AS "isCurrent"
        FROM "Person" i WHERE i."id" IN ${listed(ids)}`,
    );
    // The number of a record that went into another leads there; its name would stand twice.
    return rows.map(({ id, number, name, phone, isCurrent }) => ({
      id,
      open: [...numberFields(number), ...(isCurrent === 1 ? personFields(name) : [])],
      closed: phoneFields(phone),
    }));
  },
  async followers(reads, ids) {
    const ventures = await rowsOf<{ id: number }>(
      reads,
      sql`SELECT DISTINCT "ventureId" AS "id" FROM "PersonRole"
        WHERE "personId" IN ${listed(ids)} AND "role" = 'founder'`,
    );
    const cases = await rowsOf<{ id: number }>(
      reads,
      sql`SELECT "id" FROM "WaiverApplication" WHERE "personId" IN ${listed(ids)}`,
    );
    return { venture: ventures.map(({ id }) => id), case: cases.map(({ id }) => id) };
  },
  async lines(reads, viewer, ids, { lang }) {
    const ventures = jsonValues(
      sql`"name"`,
      sql`(SELECT DISTINCT v."id", v."name" FROM "PersonRole" r JOIN "Venture" v ON v."id" = r."ventureId"
        WHERE r."personId" = i."id" AND ${ventureScope(viewer).sql} ORDER BY v."id" DESC LIMIT 3)`,
    );
    const rows = await rowsOf<{ id: number; number: string; name: string; ventures: string }>(
      reads,
      sql`SELECT i."id", i."number", i."name", ${ventures} AS "ventures" FROM "Person" i WHERE i."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, name, ventures: names }) => ({
      id,
      href: personHref({ number }),
      title: name,
      detail: [number, (JSON.parse(names) as string[]).join(lang === 'zh' ? '、' : ', ')]
        .filter(Boolean)
        .join(' · '),
    }));
  },
};

type PersonRow = {
  id: number;
  number: string;
  name: string;
  phone: string | null;
  isCurrent: number;
};
