import type { Reads } from '../database/database.js';
import { sql } from '../database/sql.js';
import { nameFields, plainFields } from '../find/fields.js';
import type { Findable } from '../find/findable.js';
import { everything } from '../people/scope.js';
import { rulesOf } from './parsed-rules.js';
import { canReadDrafts } from './permissions.js';

/** Policies, by code and name; one that is a draft alone by those who may read drafts. */
export const findablePolicies: Findable = {
  kind: 'policy',
  group: 'policies',
  from: sql`"Policy" o`,
  id: sql`o."id"`,
  scope: () => ({ sql: everything.sql, few: false }),
  closedScope: (viewer) => (canReadDrafts(viewer) ? { sql: everything.sql, few: false } : null),
  async fields(reads, ids) {
    const policies = await policiesOf(reads, ids);
    return policies.map(({ id, code, versions }) => {
      const fields = versions.map((version) => {
        const { name } = rulesOf(version.rules);
        return {
          isIssued: version.putInForceAt !== null,
          fields: [...plainFields(code), ...nameFields(name.zh), ...plainFields(name.en)],
        };
      });
      const of = (isIssued: boolean) =>
        fields
          .filter((version) => version.isIssued === isIssued)
          .flatMap((version) => version.fields);
      return { id, open: of(true), closed: of(false) };
    });
  },
  async lines(reads, _viewer, ids, { say, lang }) {
    const policies = await policiesOf(reads, ids);
    return policies.flatMap(({ id, code, versions }) => {
      const issued = versions.filter(({ putInForceAt }) => putInForceAt !== null).at(-1);
      const shown = issued ?? versions.at(-1);
      if (!shown) return [];
      return {
        id,
        href: issued ? `/policies/${code}` : `/policies/${code}/draft`,
        title: rulesOf(shown.rules).name[lang],
        detail: issued ? say('policies.version', { n: shown.number }) : say('policies.state.draft'),
      };
    });
  },
};

const policiesOf = (reads: Reads, ids: number[]) =>
  reads.policy.findMany({
    where: { id: { in: ids } },
    include: { versions: { orderBy: { number: 'asc' } } },
  });
