import { today } from '../calendar/days.js';
import { coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { month } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { definitionLines } from '../ledger/definition-lines.js';
import { scopeName } from '../ledger/present.js';
import { findScope } from '../ledger/seen-scope.js';
import { headPosition } from '../ledger/totals.js';
import type { Viewer } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import type { Sent } from '../web/form-body.js';
import { readQuery } from '../web/read-query.js';
import { canReadReports } from './ask-report.js';
import { measureKey } from './columns.js';
import { isOfPeriod } from './counted.js';
import { crossSection } from './cross-present.js';
import {
  type CrossQuery,
  countiesDayOf,
  crossAddress,
  crossForm,
  dimensionsOf,
  isFlowOfThen,
} from './cross-query.js';
import { crossTable } from './cross-table.js';
import { bodyOf } from './report-file.js';

/** Which table an address names, in the viewer's own sight. */
export async function askCross({ db, clock }: Deps, viewer: Viewer, query: Sent) {
  allow(canReadReports(viewer));
  const now = today(clock.now());
  const asked = readQuery(crossForm(now), { query });
  const day = countiesDayOf(asked, now);
  return { query: asked, scope: found(await findScope(db, viewer, asked.scope, day)) };
}

export function crossTitle({ measure, rows, columns }: CrossQuery, { say }: Voice): string {
  const by = [rows, ...(columns === null ? [] : [columns])].map((value) =>
    say(`reports.dimension.${value}`),
  );
  return say('reports.cross.of', { measure: say(measureKey(measure)), by: by.join(' × ') });
}

/** What the numbers are of: the whole time, each of its months, or only its end. */
export function spanText(query: CrossQuery, { say, lang }: Voice): string {
  const [from, to] = [month(query.from, lang), month(query.to, lang)];
  if (isOfPeriod(query.measure)) return say('reports.as-of', { from, to });
  if (!dimensionsOf(query).includes('month')) return say('reports.cross.at-end', { to });
  return say('reports.cross.at-ends', { from, to });
}

export function filterText(
  { form, industry, category, structure }: CrossQuery,
  { say }: Voice,
): string[] {
  return [
    ...(form === null ? [] : [say(`ventures.form.${form}`)]),
    ...(industry === null ? [] : [say(`ventures.industry.${industry}`)]),
    ...(category === null
      ? []
      : [say('ledger.of-founders', { category: say(`ventures.category.${category}`) })]),
    ...(structure === 'then' ? [say('reports.structure.in')] : []),
  ];
}

/** What is to be known beside the numbers: why totals are left out, and of which day the kinds and regions are. */
export function notesOf(query: CrossQuery, { say, lang }: Voice): string[] {
  const dimensions = dimensionsOf(query);
  const isOfMonths = dimensions.includes('month');
  const isFlow = isOfPeriod(query.measure);
  const isOfCategories = query.category !== null || dimensions.includes('category');
  const isOfKinds =
    isOfCategories ||
    query.form !== null ||
    query.industry !== null ||
    dimensions.some((each) => each === 'form' || each === 'industry');
  const endOf = isFlow ? 'reports.cross.kinds.flow' : 'reports.cross.kinds.end';
  const ofKinds = isOfMonths
    ? say('reports.cross.kinds.months')
    : say(endOf, { to: month(query.to, lang) });
  const ofMonths = isFlow
    ? isOfCategories && say('reports.cross.no-totals.months-of-categories')
    : say('reports.cross.no-totals.levels');
  return [
    dimensions.includes('category') && say('reports.cross.no-totals.categories'),
    isOfMonths && ofMonths,
    isOfKinds && ofKinds,
    isFlowOfThen(query) && say('reports.cross.flow-of-then'),
  ].filter((note) => note !== false);
}

/** A cross-table as a file, at the ledger's position when it is asked for. */
export const crossExport: Source = async ({ deps, viewer, query: sent, voice }) => {
  const position = sent.position ?? String(await headPosition(deps.db));
  const { query, scope } = await askCross(deps, viewer, { ...sent, position });
  const table = await crossTable(deps.db, query, { scope, now: deps.clock.now() });
  const title = crossTitle(query, voice);
  return {
    what: 'cross-table',
    name: `${title} ${query.to}`,
    title,
    eachRow: voice.say('reports.cover.each-row.table'),
    address: crossAddress(query),
    detail: { address: crossAddress(query) },
    lines: coverLines(
      {
        scope: scopeName(scope, voice),
        asOf: spanText(query, voice),
        position: query.position,
        filter: filterText(query, voice),
        definitions: [
          ...notesOf(query, voice).map((value) => ({
            label: voice.say('reports.cross.note'),
            value,
          })),
          ...definitionLines([query.measure], voice),
        ],
      },
      voice,
    ),
    ...bodyOf([await crossSection(deps.db, query, table, voice)]),
  };
};
