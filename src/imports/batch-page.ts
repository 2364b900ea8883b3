import type { Response } from 'express';
import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { month as monthText, number, time } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { parkName } from '../ventures/residency-present.js';
import { frameOf } from '../web/frame.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { isUnderWay } from './background.js';
import { isDecidable } from './batch.js';
import { importsHref } from './new-page.js';
import { isToDo, type Outcome, outcomes, type Planned, spacesMade } from './planned.js';
import { backlogLine } from './present-backlog.js';
import { presentMoved, stateTag } from './present-batch.js';
import { isBusy, type NamedBatch } from './queries.js';
import { isRest } from './rest-workbook.js';
import { whyText } from './row-text.js';
import { summaryOf } from './summary.js';

const rowsOnAPage = 100;
const refreshSeconds = 3;

type Query = { outcome?: unknown; page?: unknown };

/**
 * A batch as it stands: how far it is, what it would do, or what came of it.
 * @param on the day
 * @param problem why it is shown again
 */
export async function showBatch(
  reads: Reads,
  res: Response,
  batch: NamedBatch,
  { on, query = {}, problem = null }: { on: Day; query?: Query; problem?: string | null },
): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const { id, fileName, state, plan } = batch;
  const href = `${importsHref}/${id}`;
  // Without script: the page is asked for again while something is being done.
  if (isBusy(batch) && isUnderWay(id)) res.set('Refresh', String(refreshSeconds));
  const toDo = plan.rows.filter(isToDo).length;
  const stopped = state === 'planned' && batch.ranAt !== null && problem === null;
  page(res, 'imports/batch', {
    title: fileName,
    over: `${batch.park.number} ${parkName(batch.park, voice.lang)}`,
    crumbs: [
      { href: '/ventures', label: say('ventures.all') },
      { href: importsHref, label: say('imports.title') },
    ],
    state: stateTag(state, voice),
    problem: problem ?? (stopped && toDo > 0 ? say('imports.stopped') : null),
    facts: factsOf(batch, voice),
    busy: isBusy(batch) ? busyOf(batch, href, say) : null,
    counts: countsOf(batch, href, query, voice),
    moved: state === 'planned' && plan.moved.length > 0 ? presentMoved(plan.moved, voice) : null,
    backlog: await backlogLine(reads, batch, voice, on),
    run: state === 'planned' && toDo > 0 ? runOf(batch, toDo, href, say) : null,
    nothing: state === 'planned' && toDo === 0 ? say('imports.nothing-to-do') : null,
    plan: canPlan(batch) ? `${href}/plan` : null,
    choose: canChoose(batch) ? `${href}/choices` : null,
    rest: hasRest(batch) ? `${href}/rest.xlsx` : null,
    takeBack: canTakeBack(batch) ? `${href}/taking-back` : null,
    again: `${importsHref}/new`,
    ...rowsOf(batch, query, href, voice),
  });
}

function factsOf(batch: NamedBatch, { say, lang }: Voice) {
  const { sheet, headRow, month, source, createdAt, createdBy, ranAt, ranBy } = batch;
  const by = (name: string | undefined, at: Date) =>
    say('imports.by-at', { name: name ?? say('history.system'), at: time(at, lang) });
  const comma = lang === 'zh' ? '、' : ', ';
  const facts = [
    {
      label: say('imports.read'),
      value:
        sheet === ''
          ? say('files.read-from-text', { row: String(headRow) })
          : say('files.read-from', { sheet, row: String(headRow) }),
    },
    { label: say('imports.uploaded'), value: by(createdBy?.name, createdAt) },
  ];
  if (month !== null) facts.push({ label: say('imports.month'), value: monthText(month, lang) });
  const added = batch.state === 'taken-back' ? 0 : spacesMade(batch.plan.rows);
  if (added > 0)
    facts.push({
      label: say('imports.spaces-added'),
      value: say('imports.spaces-added-n', { n: added }),
    });
  if (source.unread.length > 0)
    facts.push({ label: say('imports.unread'), value: source.unread.join(comma) });
  if (source.passedOver.length > 0)
    facts.push({
      label: say('imports.passed-over'),
      value: source.passedOver.slice(0, 20).join(comma),
    });
  if (ranAt !== null) facts.push({ label: say('imports.ran'), value: by(ranBy?.name, ranAt) });
  if (batch.takenBackAt !== null)
    facts.push(
      { label: say('imports.taken-back'), value: by(batch.takenBackBy?.name, batch.takenBackAt) },
      { label: say('imports.back.reason'), value: batch.takeBackReason },
    );
  return facts;
}

const busyOf = ({ id, state, done, total }: NamedBatch, href: string, say: Say) => ({
  done,
  total,
  text: say('imports.progress', { done, total }),
  // What nobody does any more goes on when somebody presses.
  resume: isUnderWay(id) ? null : `${href}/resumption`,
  label: say(`imports.state.${state}`),
});

function countsOf({ plan }: NamedBatch, href: string, query: Query, { say, lang }: Voice) {
  const counts = summaryOf(plan.rows);
  const chosen = outcomeIn(query);
  return outcomes.map((outcome) => ({
    label: say(`imports.outcome.${outcome}`),
    count: number(counts[outcome], lang),
    href: chosen === outcome ? href : `${href}?outcome=${outcome}`,
    current: chosen === outcome,
  }));
}

const outcomeIn = ({ outcome }: Query): Outcome | null =>
  outcomes.find((each) => each === outcome) ?? null;

const runOf = ({ fingerprint }: NamedBatch, toDo: number, href: string, say: Say) => ({
  action: `${href}/run`,
  fingerprint,
  label: say('imports.run', { n: toDo }),
});

/** Whether anything of it may come out otherwise now. */
const canPlan = (batch: NamedBatch): boolean => isDecidable(batch) && batch.plan.rows.some(isRest);

const canChoose = (batch: NamedBatch): boolean =>
  canPlan(batch) && batch.plan.rows.some(({ asks, isDone }) => asks !== null && !isDone);

const hasRest = ({ state, plan }: NamedBatch): boolean =>
  state !== 'planning' && plan.rows.some(isRest);

const canTakeBack = ({ state, ranAt, clearedAt }: NamedBatch): boolean =>
  ranAt !== null && clearedAt === null && ['done', 'planned'].includes(state);

function rowsOf({ plan, state }: NamedBatch, query: Query, href: string, voice: Voice) {
  const { say } = voice;
  const outcome = outcomeIn(query);
  const all = outcome === null ? plan.rows : plan.rows.filter((row) => row.outcome === outcome);
  const asked = Number(/^\d{1,6}$/.exec(String(query.page ?? ''))?.[0] ?? 1);
  const last = Math.max(1, Math.ceil(all.length / rowsOnAPage));
  const here = Math.min(Math.max(1, asked), last);
  const of = outcome === null ? '' : `outcome=${outcome}&`;
  const isBack = state === 'taken-back';
  return {
    rows: all
      .slice((here - 1) * rowsOnAPage, here * rowsOnAPage)
      .map((row) => presentRow(row, isBack, voice)),
    pages: pagesOf(
      say,
      { total: all.length, page: here, size: rowsOnAPage },
      (to) => `${href}?${of}page=${to}`,
    ),
  };
}

const rowTones: Record<Outcome, string> = {
  create: 'sea',
  update: 'sea',
  unchanged: '',
  possible: 'heed',
  rejected: 'stop',
};

const presentRow = (
  { row, name, outcome, why, number: venture, isDone }: Planned,
  isBack: boolean,
  voice: Voice,
) => ({
  row: String(row),
  name,
  href: venture === null ? null : `/ventures/${venture}`,
  venture,
  outcome: voice.say(`imports.outcome.${outcome}`),
  tone: rowTones[outcome],
  done: isDone && !isBack ? voice.say('imports.done-row') : null,
  why: whyText(why, voice),
});
