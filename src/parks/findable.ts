import { rowsOf } from '../database/direct-sql.js';
import type { EarlierSpace } from '../database/generated/client.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import {
  nameFields,
  numberFields,
  personFields,
  phoneFields,
  plainFields,
} from '../find/fields.js';
import type { Findable } from '../find/findable.js';
import { everything, parkScope } from '../people/scope.js';
import { canReadRegister } from './permissions.js';
import { islandName, villageName } from './place-names.js';
import { spaceName } from './space-names.js';

/** Spaces of the parks that the viewer sees, by number, name and place in both languages, and by owner. */
export const findableSpaces: Findable = {
  kind: 'space',
  group: 'spaces',
  from: sql`"Space" s JOIN "Park" p ON p."id" = s."parkId"`,
  id: sql`s."id"`,
  scope: (viewer) => (canReadRegister(viewer) ? { sql: parkScope(viewer).sql, few: false } : null),
  async fields(reads, ids) {
    const rows = await rowsOf<SpaceRow>(
      reads,
      sql`SELECT "id", "number", "name", "village", "island", "address", "owner" FROM "Space"
        WHERE "id" IN ${listed(ids)}`,
    );
    const earlier = await reads.earlierSpace.findMany({ where: { spaceId: { in: ids } } });
    return rows.map(({ id, number, name, village, island, address, owner }) => ({
      id,
      open: [
        ...numberFields(number),
        ...earlier.filter(({ spaceId }) => spaceId === id).flatMap(earlierFields),
        ...nameFields(name),
        ...nameFields(village),
        ...nameFields(island),
        ...plainFields(
          spaceName(name, 'en'),
          villageName(village, 'en'),
          islandName(island, 'en'),
          address,
        ),
        ...personFields(owner),
      ],
      closed: [],
    }));
  },
  async lines(reads, _viewer, ids, { say, lang }) {
    const rows = await rowsOf<
      Pick<SpaceRow, 'id' | 'number' | 'name' | 'village' | 'island'> & Park & { isVoid: number }
    >(
      reads,
      sql`SELECT s."id", s."number", s."name", s."village", s."island",
          s."voidedAt" IS NOT NULL AS "isVoid", p."number" AS "parkNumber", p."nameZh", p."nameEn"
        FROM "Space" s JOIN "Park" p ON p."id" = s."parkId" WHERE s."id" IN ${listed(ids)}`,
    );
    return rows.map(({ id, number, name, village, island, parkNumber, ...row }) => {
      const place = say('parks.place', {
        island: islandName(island, lang),
        village: villageName(village, lang),
      });
      const park = lang === 'zh' ? row.nameZh : row.nameEn;
      const isVoid = row.isVoid === 1 ? [say('parks.space.void-tag')] : [];
      return {
        id,
        href: `/parks/${parkNumber}/spaces/${number}`,
        title: `${number} ${spaceName(name, lang)}`,
        detail: [...isVoid, place, park].join(' · '),
      };
    });
  },
};

/** What a space was called, and whose it was, before: a list of an earlier day is searched for it too. */
const earlierFields = ({ name, address, owner }: EarlierSpace): string[] => [
  ...(name === null ? [] : [...nameFields(name), ...plainFields(spaceName(name, 'en'))]),
  ...plainFields(address),
  ...(owner === null ? [] : personFields(owner)),
];

type SpaceRow = {
  id: number;
  number: string;
  name: string;
  village: string;
  island: string;
  address: string;
  owner: string;
};
type Park = { parkNumber: string; nameZh: string; nameEn: string };

/** Parks, which anyone may see, by number, name, place, operator and phone. */
export const findableParks: Findable = {
  kind: 'park',
  group: 'parks',
  from: sql`"Park" p`,
  id: sql`p."id"`,
  scope: () => ({ sql: everything.sql, few: false }),
  async fields(reads, ids) {
    const rows = await reads.park.findMany({ where: { id: { in: ids } } });
    return rows.map((park) => ({
      id: park.id,
      open: [
        ...numberFields(park.number),
        ...nameFields(park.nameZh),
        ...plainFields(park.nameEn),
        ...nameFields(park.villageZh),
        ...plainFields(park.villageEn),
        ...nameFields(park.islandZh),
        ...plainFields(park.islandEn),
        ...nameFields(park.operatorName),
        ...phoneFields(park.phone),
      ],
      closed: [],
    }));
  },
  async lines(reads, _viewer, ids, { say, lang }) {
    const rows = await reads.park.findMany({ where: { id: { in: ids } } });
    const isZh = lang === 'zh';
    return rows.map((park) => ({
      id: park.id,
      href: `/parks/${park.number}`,
      title: `${park.number} ${isZh ? park.nameZh : park.nameEn}`,
      detail: say('parks.place', {
        island: isZh ? park.islandZh : park.islandEn,
        village: isZh ? park.villageZh : park.villageEn,
      }),
    }));
  },
};
