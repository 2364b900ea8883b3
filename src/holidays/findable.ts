import { sql } from '../database/sql.js';
import { plainFields } from '../find/fields.js';
import type { Findable } from '../find/findable.js';
import { everything } from '../people/scope.js';
import { canReadWaiting } from './permissions.js';

/** Notices of holidays, by the number of the document. */
export const findableNotices: Findable = {
  kind: 'holiday-notice',
  group: 'documents',
  from: sql`"HolidayNotice" h`,
  id: sql`h."id"`,
  scope: (viewer) => ({
    sql: canReadWaiting(viewer) ? everything.sql : sql`h."confirmedAt" IS NOT NULL`,
    few: false,
  }),
  async fields(reads, ids) {
    const rows = await reads.holidayNotice.findMany({ where: { id: { in: ids } } });
    return rows.map(({ id, documentNumber }) => ({
      id,
      open: documentNumber === '' ? [] : plainFields(documentNumber),
      closed: [],
    }));
  },
  async lines(reads, _viewer, ids, { say }) {
    const rows = await reads.holidayNotice.findMany({ where: { id: { in: ids } } });
    return rows.map(({ id, year, documentNumber }) => ({
      id,
      href: `/holidays/${id}`,
      title: `${say('holidays.title')} ${year}`,
      detail: documentNumber,
    }));
  },
};
