import type { Response } from 'express';
import { today } from '../calendar/days.js';
import { month as monthText } from '../language/format.js';
import { closedAmong, closedTo } from '../ledger/closed-months.js';
import { parkName } from '../ventures/residency-present.js';
import type { Deps } from '../web/deps.js';
import { type FormView, formView } from '../web/forms.js';
import { type Frame, frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import type { AskedReturn } from './asked-return.js';
import { columns, isColumn, numberColumns } from './cell-values.js';
import { duplicatesIn } from './duplicates.js';
import { type GridRow, gridRows } from './grid-rows.js';
import {
  columnHeads,
  columnName,
  presentGrid,
  presentReading,
  presentSums,
  type Typing,
} from './present-grid.js';
import { type Problem, problemsOf } from './problems.js';
import { dueText, factsOf, reconciled } from './return-facts.js';
import { dueOn, readRules } from './return-rules.js';
import type { CellConflict } from './save-cells.js';
import { canFill, canMove, isOpen, type ReturnMove, sideOf } from './states.js';
import type { Confirmed } from './submit-return.js';

export type ShownGrid = {
  typing?: Typing;
  conflicts?: CellConflict[];
  /** A button on the page that was refused. */
  form?: FormView;
};

/** The page of a park's return: a grid to fill in for who may, while it is open; else what it says. */
export async function gridPage(
  deps: Deps,
  res: Response,
  asked: AskedReturn,
  shown: ShownGrid = {},
): Promise<void> {
  const { viewer, park, month, monthly, standing, href } = asked;
  const frame = frameOf(res);
  const { say, lang } = frame;
  const now = today(deps.clock.now());
  const rows = await gridRows(deps.db, { parkId: park.id, month });
  const rules = await readRules(deps.db);
  const isFilling = isOpen(standing.state) && canFill(viewer, park.id) && rows.length > 0;
  const may = (move: ReturnMove) => canMove(viewer, move, standing);
  const isClosed = (await closedAmong(deps.db, [month])).length > 0;
  const closedHere = await closedTo(deps.db, now, [{ month, parkId: park.id, ventureId: null }]);
  const problems = await problemsHere(deps, rows, month);
  const errors = shown.typing?.errors ?? new Map<string, string>();
  page(res, isFilling ? 'returns/grid' : 'returns/park-return', {
    title: say('returns.grid.title', { park: parkName(park, lang), month: monthText(month, lang) }),
    crumbs: [
      {
        href: `/returns?month=${month}`,
        label: say('returns.month.title', { month: monthText(month, lang) }),
      },
    ],
    href,
    version: String(monthly?.version ?? ''),
    heads: columnHeads(say),
    form: shown.form ?? summaryOf(errors, rows, frame),
    hasErrors: errors.size > 0 || (shown.form?.summary.length ?? 0) > 0,
    ...standingOf(asked, rows, dueText(asked, dueOn(month, rules), now, frame), frame),
    facts: await factsOf(deps, asked, frame),
    closingHref: standing.state === 'accepted' && !isClosed ? `/returns/${month}/closing` : null,
    reconciled: reconciled(rows, frame),
    closed: isClosed
      ? say(
          closedHere === null
            ? 'returns.reopened'
            : isFilling
              ? 'returns.grid.closed'
              : 'returns.closed',
        )
      : null,
    conflicts: presentConflicts(shown.conflicts ?? [], rows, frame),
    rows: isFilling
      ? presentGrid(rows, { href, month, rules }, frame, shown.typing)
      : presentReading(rows, month, frame),
    sums: presentSums(rows, frame),
    confirmed: isFilling ? [] : presentConfirmed(asked, problems, rows, frame),
    columns: { all: columns.join(' '), numbers: numberColumns.join(' ') },
    waits: (['approve', 'accept', 'resume', 'send-back'] as const).some(may),
    may: {
      approve: may('approve'),
      accept: may('accept'),
      sendBack: may('send-back'),
      skip: may('skip'),
      resume: may('resume'),
      roster: canFill(viewer, park.id),
    },
    historyHref: monthly && `/history/monthly-return/${monthly.id}`,
  });
}

/** How far the return is and when it is due. Of a month at whose end the park had no venture nothing was ever due. */
function standingOf(
  { viewer, monthly, standing }: AskedReturn,
  rows: GridRow[],
  due: string,
  { say }: Frame,
) {
  if (monthly === null && rows.length === 0)
    return { state: { label: say('returns.state.nothing-due'), tone: null, told: '' }, due: '' };
  const state = {
    label: say(monthly ? `returns.state.${standing.state}` : 'returns.state.none'),
    tone: toneOf(standing.state),
    told: say(`returns.told.${sideOf(viewer)}.${standing.state}`),
  };
  return { state, due };
}

/** The problems of the grid as it stands, for the pages that tell of them. */
export async function problemsHere(
  { db }: Pick<Deps, 'db'>,
  rows: GridRow[],
  month: string,
): Promise<Problem[]> {
  const ids = rows.map(({ ventureId }) => ventureId);
  return problemsOf(rows, await readRules(db), await duplicatesIn(db, month, ids));
}

export const toneOf = (state: string): 'sea' | 'heed' | 'stop' | null => {
  if (state === 'approved' || state === 'accepted') return 'sea';
  if (state === 'sent-back') return 'stop';
  return state === 'submitted' || state === 'skipped' ? 'heed' : null;
};

/** A summary of the cells that hold no value of their column. */
function summaryOf(errors: Map<string, string>, rows: GridRow[], { say }: Frame): FormView {
  const nameOf = new Map(rows.map(({ ventureId, name }) => [String(ventureId), name]));
  const summary = [...errors].map(([cell, message]) => {
    const [, id = '', column = ''] = cell.split('.');
    const label = say('returns.grid.cell', {
      venture: nameOf.get(id) ?? '',
      column: isColumn(column) ? columnName(column, say) : '',
    });
    return { href: `#${cell}`, message: say('web.field.of', { label, message }) };
  });
  return { ...formView(say, {}), summary };
}

function presentConflicts(conflicts: CellConflict[], rows: GridRow[], { say }: Frame) {
  const nameOf = new Map(rows.map(({ ventureId, name }) => [ventureId, name]));
  const shownAs = (column: CellConflict['column'], value: string) =>
    column === 'evidence' && value ? say(`returns.evidence.${value as 'roster'}`) : value || '—';
  return conflicts.map(({ ventureId, column, theirs, mine }) => ({
    label: say('returns.grid.cell', {
      venture: nameOf.get(ventureId) ?? '',
      column: columnName(column, say),
    }),
    theirs: shownAs(column, theirs),
    mine: shownAs(column, mine),
    differs: true,
  }));
}

/** What was confirmed when it was submitted, for whoever reviews it: the warnings that still stand, with their notes. */
function presentConfirmed(
  { monthly }: AskedReturn,
  problems: Problem[],
  rows: GridRow[],
  { say }: Frame,
) {
  const notes = (monthly?.confirmed ?? []) as Confirmed[];
  const nameOf = new Map(rows.map(({ ventureId, name }) => [ventureId, name]));
  return notes.flatMap(({ ventureId, code, note }) => {
    const problem = problems.find((item) => item.ventureId === ventureId && item.code === code);
    if (!problem) return [];
    const label = ventureId === null ? say('returns.confirm.whole') : (nameOf.get(ventureId) ?? '');
    const value = say(problem.key, problem.values);
    return [{ label, value: say('components.chosen-text', { label: value, value: note }) }];
  });
}
