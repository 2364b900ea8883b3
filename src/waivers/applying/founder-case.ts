import type { Request, Response } from 'express';
import { today } from '../../calendar/days.js';
import { time } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import { presentAssessment } from '../../policies/present-assessment.js';
import type { Deps } from '../../web/deps.js';
import { type FormView, formView } from '../../web/forms.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { assessmentOfCase, versionOfCase } from '../assess-case.js';
import type { SeenApplication } from '../find-case.js';
import { reconsiderable } from '../next-step.js';
import { currentDecision } from '../outcome.js';
import { canComment, canEndWaiver, canMove } from '../permissions.js';
import { aboutCase, caseRows, policyName, standingOf } from '../present-case.js';
import { presentRenewal, renewalOf } from '../renewal.js';
import { letterName } from '../reviewing/present-review.js';
import { presentCorrection } from './present-correction.js';
import { endOf, presentWaiver } from './present-waiver.js';
import { timelineOf } from './timeline.js';

/** The page of a case that was handed in, as its founder reads it; others who see it read the same. */
export async function showFounderCase(
  deps: Deps,
  _req: Request,
  res: Response,
  one: SeenApplication,
  form?: FormView,
): Promise<void> {
  const frame = frameOf(res);
  const { say } = frame;
  const at = deps.clock.now();
  const reply = form ?? formView(say, {});
  page(res, 'waivers/case', {
    ...aboutCase(one, frame),
    crumbs: [{ href: '/waivers', label: say('waivers.mine') }],
    title: say('waivers.case.title', { policy: policyName(one, frame) }),
    number: one.number,
    standing: standingOf(one, at, frame),
    rows: caseRows(one, frame),
    correction: one.state === 'correction' ? presentCorrection(one, viewerOf(res), frame) : null,
    events: timelineOf(one, frame),
    comments: await commentsOf(deps, one, frame),
    letters: one.letters.map(({ number, kind, madeAt }) => ({
      what: `${letterName(kind, say)} ${number}`,
      when: time(madeAt),
      href: `/waivers/${one.number}/letters/${number}`,
    })),
    historyHref: `/history/application/${one.id}`,
    assessment: await assessmentOf(deps, one, frame),
    assessmentLead: say(
      currentDecision(one.steps)
        ? 'waivers.case.assessment-decided'
        : 'waivers.case.assessment-lead',
    ),
    waiver: await waiverOf(deps, one, frame),
    actions: actionsOf(one, res, at, frame),
    canReply: canComment(viewerOf(res), one) && isFounders(res, one),
    version: String(one.version),
    form: reply,
    hasErrors: reply.summary.length > 0,
  });
}

const isFounders = (res: Response, { personId }: SeenApplication): boolean =>
  viewerOf(res).personId === personId;

async function commentsOf({ db }: Deps, { comments, personId }: SeenApplication, { say }: Frame) {
  const own = await db.account.findMany({ where: { personId }, select: { id: true } });
  const ids = own.map(({ id }) => id as number | null);
  return comments
    .filter(({ audience }) => audience === 'founder')
    .map(({ at, text, byId }) => ({
      what: say(ids.includes(byId) ? 'waivers.case.you' : 'waivers.case.office'),
      when: time(at),
      text,
    }));
}

async function assessmentOf({ db }: Deps, one: SeenApplication, frame: Frame) {
  if (one.submittedAt === null) return null;
  const { facts, assessment } = await assessmentOfCase(db, one);
  return presentAssessment(assessment, facts, versionOfCase(one), frame);
}

async function waiverOf({ db, clock }: Deps, one: SeenApplication, frame: Frame) {
  const { waiver } = one;
  if (!waiver) return null;
  const on = today(clock.now());
  const isOver = waiver.endedOn !== null;
  const renewal = isOver ? null : await renewalOf(db, waiver, on);
  return {
    ...presentWaiver(waiver, on, frame),
    renewal: renewal && presentRenewal(renewal, one.number, frame),
  };
}

/** What else the viewer may do: each a page of its own. */
function actionsOf(one: SeenApplication, res: Response, at: Date, { say }: Frame) {
  const viewer = viewerOf(res);
  const on = today(at);
  const may = (act: string, key: Parameters<typeof say>[0], isAllowed: boolean) =>
    isAllowed ? [{ href: `/waivers/${one.number}/${act}`, label: say(key) }] : [];
  const runs = one.waiver && one.waiver.endedOn === null && on < endOf(one.waiver);
  const canAsk = canMove(viewer, one, 'reconsider') && reconsiderable(one, on) !== null;
  return [
    ...may('reconsideration', 'waivers.reconsider', canAsk),
    ...may(
      'surrender',
      'waivers.surrender',
      Boolean(runs) && isFounders(res, one) && canEndWaiver(viewer, one),
    ),
    ...may('withdrawal', 'waivers.withdraw', canMove(viewer, one, 'withdraw')),
  ];
}
