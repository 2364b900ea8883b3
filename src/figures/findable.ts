import { sql } from '../database/sql.js';
import { numberFields, plainFields } from '../find/fields.js';
import type { Findable } from '../find/findable.js';
import { everything } from '../people/scope.js';
import { figureHref, subjectOf, wordingOf } from './present-published.js';
import { figuresOf } from './published-queries.js';

/** Published figures, which anyone may see, by number, what they are of and as they were printed. */
export const findableFigures: Findable = {
  kind: 'figure',
  group: 'figures',
  from: sql`"PublishedFigure" g`,
  id: sql`g."id"`,
  scope: () => ({ sql: everything.sql, few: false }),
  async fields(reads, ids) {
    const figures = await figuresOf(reads, ids);
    return figures.map(({ id, number, scopeNameZh, scopeNameEn, current }) => ({
      id,
      open: [
        ...numberFields(number),
        ...plainFields(scopeNameZh, scopeNameEn, current.wordingZh, current.wordingEn),
      ],
      closed: [],
    }));
  },
  async lines(reads, _viewer, ids, voice) {
    const figures = await figuresOf(reads, ids);
    return figures.map((figure) => {
      const { measure, scope, when } = subjectOf(figure, voice);
      return {
        id: figure.id,
        href: figureHref(figure.number),
        title: `${measure} ${wordingOf(figure, figure.current, voice)}`,
        detail: `${figure.number} · ${scope} · ${when}`,
      };
    });
  },
};
