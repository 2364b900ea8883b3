import { endOfMonth, type Month } from '../calendar/days.js';
import type { MonthlyReturn } from '../database/generated/client.js';
import { number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Coverage, CoverageByPark } from '../ledger/coverage.js';
import { totalsAddress } from '../ledger/forms.js';
import type { Viewer } from '../people/viewer.js';
import type { ParkWithRegion } from '../ventures/park-choices.js';
import { canWriteInPark } from '../ventures/permissions.js';
import { parkName } from '../ventures/residency-present.js';
import type { Frame } from '../web/frame.js';
import type { Content, Line } from '../web/list-table.js';
import { returnHref, standingOf } from './asked-return.js';
import type { MonthKeys, monthColumns } from './month-columns.js';
import { type Progress, presentProgress, timelinesses } from './park-progress.js';
import type { MissingReturn } from './queries.js';
import { canMove, isOpen, type ReturnState, returnStates } from './states.js';
import type { WaitingWhy } from './waiting-returns.js';

/** How far the returns of a month are. */
export type MonthState = {
  month: Month;
  /** The parks to which it is closed: nothing of theirs is to be done any more. */
  closedTo: ReadonlySet<number>;
  coverage: CoverageByPark;
  progress: Map<number, Progress>;
  /** The parks that are to be reminded. */
  owing: Set<number>;
};

type MonthLine = Line<typeof monthColumns> & { keys: MonthKeys };

/** Each park with what is due, filed and missing, and how far its return is, in words; null where none is due. */
export function parksOfMonth(
  parks: ParkWithRegion[],
  { month, coverage, progress, owing }: MonthState,
  voice: Voice,
) {
  return parks.map((park) => {
    const { id, number } = park;
    const own = coverage.of(id);
    const known = progress.get(id) as Progress;
    const asked = { month, park: number, filed: own.filed, owes: owing.has(id) };
    const shown = own.due === 0 ? null : presentProgress(known, asked, voice);
    const keys: MonthKeys = {
      park: number,
      due: own.due,
      filed: own.filed,
      missing: own.carried,
      state: shown && returnStates.indexOf((known.monthly?.state ?? 'draft') as ReturnState),
      timeliness: shown && timelinesses.indexOf(known.timeliness),
      submitted: known.monthly?.firstSubmittedAt?.getTime() ?? null,
    };
    return { park, own, known, shown, keys };
  });
}
export type ParkOfMonth = ReturnType<typeof parksOfMonth>[number];

/** The same as lines of the list, with what the viewer may do next. */
export function presentParks(
  viewer: Viewer,
  parks: ParkWithRegion[],
  state: MonthState,
  hrefOf: (park: string) => string,
  frame: Frame,
): MonthLine[] {
  return parksOfMonth(parks, state, frame).map(({ park, own, known, shown, keys }) => {
    const { id, number } = park;
    const name = `${number} ${parkName(park, frame.lang)}`;
    const act = state.closedTo.has(id) || own.due === 0 ? null : actOf(viewer, id, known.monthly);
    return {
      cells: {
        park: { text: name, href: hrefOf(number) },
        ...numberCells(own, underNumbers(`park:${number}`, state.month), {
          name,
          lang: frame.lang,
        }),
        state: shown && stateCell(shown, { act, name }, frame),
        timeliness: shown && { text: shown.timeliness, isStrong: shown.isLate },
        submitted: shown?.submittedAt ?? null,
      },
      keys,
    };
  });
}

/** What may be done with a return, as a button beside its state; else the way to it. */
function stateCell(
  { state, tone, href }: { state: string; tone: string | null; href: string },
  { act, name }: { act: WaitingWhy | null; name: string },
  { say }: Frame,
): Content {
  const tag = { label: state, tone };
  if (act === null) return { tag, tagHref: href, of: name };
  return { tag, act: { href, label: say(`returns.today.act.${act}`), of: name } };
}

function numberCells(
  { due, filed, carried }: Coverage,
  { dueHref, filedHref }: ReturnType<typeof underNumbers>,
  { name, lang }: { name: string; lang: Lang },
) {
  const of = (count: number, href: string): Content => ({
    text: number(count, lang),
    href,
    of: name,
  });
  return {
    due: of(due, dueHref),
    filed: of(filed, filedHref),
    missing: { text: number(carried, lang), isStrong: carried > 0 },
  };
}

/** The sums under the parks. */
export const sumOf = (all: Coverage, month: Month, { say, lang }: Frame) => ({
  park: say('returns.total'),
  ...numberCells(all, underNumbers('mine', month), { name: say('returns.total'), lang }),
});

/** That a closed month is open again, for all parks or for which of them; null where it is for none. */
export function reopenedText(
  parks: ParkWithRegion[],
  closedTo: ReadonlySet<number>,
  { say, lang }: Frame,
): string | null {
  const open = parks.filter(({ id }) => !closedTo.has(id));
  if (open.length === 0) return null;
  if (open.length === parks.length) return say('returns.reopened');
  const names = open.map((park) => parkName(park, lang)).join(lang === 'zh' ? '、' : ', ');
  return say('returns.reopened-parks', { parks: names });
}

/** What the viewer may do next with a park's return; null where it waits for somebody else. */
export function actOf(
  viewer: Viewer,
  parkId: number,
  monthly: MonthlyReturn | null,
): WaitingWhy | null {
  const standing = standingOf(parkId, monthly);
  if (canMove(viewer, 'accept', standing)) return 'accept';
  if (canMove(viewer, 'approve', standing)) return 'approve';
  if (viewer.role !== 'park-manager' || !canMove(viewer, 'submit', standing)) return null;
  return standing.state === 'sent-back' ? 'sent-back' : 'missing';
}

/** The grids that a manager can fill in now. */
export function toFill(
  viewer: Viewer,
  parks: ParkWithRegion[],
  { month, progress, coverage }: Pick<MonthState, 'month' | 'progress' | 'coverage'>,
  { say, lang }: Frame,
) {
  if (viewer.role !== 'park-manager') return [];
  const open = parks.filter(
    ({ id }) =>
      isOpen((progress.get(id)?.monthly?.state ?? 'draft') as ReturnState) &&
      coverage.sum([id]).due > 0,
  );
  return open.map((park) => ({
    href: returnHref(month, park.number),
    label: say('returns.grid.fill', { park: parkName(park, lang) }),
  }));
}

/** The records under what is due and what is filed; staff publish them from there. */
export function underNumbers(scope: string, month: Month) {
  const asOf = endOfMonth(month);
  return {
    dueHref: totalsAddress({ measure: 'ventures', scope, asOf }),
    filedHref: totalsAddress({ measure: 'returns', scope, asOf, month }),
  };
}

/** A return that is missing, with where its park files it. */
export function presentMissing(
  row: MissingReturn,
  parks: ParkWithRegion[],
  viewer: Viewer,
  month: Month,
  lang: Lang,
) {
  const park = parks.find(({ id }) => id === row.parkId);
  return {
    name: row.name,
    number: row.number,
    href: `/ventures/${row.number}`,
    park: park ? parkName(park, lang) : '',
    fileHref: canWriteInPark(viewer, row.parkId)
      ? `/ventures/${row.number}/returns/${month}`
      : null,
  };
}
