import type { Response } from 'express';
import { yuan } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import { type Assessment, assess } from '../../policies/assess.js';
import type { Facts } from '../../policies/facts.js';
import { paysNothing } from '../../policies/nothing-due.js';
import { presentAssessment } from '../../policies/present-assessment.js';
import { presentRates } from '../../policies/present-rates.js';
import type { Deps } from '../../web/deps.js';
import type { FormView } from '../../web/forms.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { versionOfCase } from '../assess-case.js';
import type { CaseFile } from '../find-case.js';
import { canMove } from '../permissions.js';
import { aboutCase } from '../present-case.js';
import { type Filling, fillingOf, isFilledIn, openProof, openQuestions } from './filling.js';

/** Everything that will be handed in, each line with the way to change it, and what it comes to by the policy. */
export async function checkPage(
  { db, clock }: Deps,
  res: Response,
  application: CaseFile,
  form: FormView,
  isLate = false,
): Promise<void> {
  const frame = frameOf(res);
  const { say } = frame;
  const isOwn = viewerOf(res).personId === application.personId;
  const filling = await fillingOf(db, application, clock.now(), frame);
  const move = application.state === 'draft' ? 'submit' : 'resubmit';
  page(res, 'waivers/check', {
    ...aboutCase(application, frame),
    title: say('waivers.check.title'),
    action: `/waivers/${application.number}/submission`,
    isLate,
    version: String(application.version),
    you: rowsOfYou(filling, frame),
    answers: rowsOfAnswers(filling, frame),
    proof: rowsOfProof(filling, frame),
    outcome: outcomeOf(filling, frame),
    isReady: isFilledIn(filling, isOwn),
    declares: say(isOwn ? 'waivers.check.declares' : 'waivers.check.declares-paper'),
    canSubmit: canMove(viewerOf(res), application, move),
    submit: say(move === 'submit' ? 'waivers.check.submit' : 'waivers.check.resubmit'),
    form,
    hasErrors: form.summary.length > 0,
  });
}

type Row = { label: string; value: string; changeHref?: string };

function rowsOfYou({ application, identity }: Filling, { say }: Frame): Row[] {
  const { name, number } = application.person;
  return [
    { label: say('waivers.case.person'), value: `${number} ${name}` },
    {
      label: say('waivers.case.venture'),
      value: `${application.venture.number} ${application.venture.name}`,
    },
    {
      label: say('waivers.check.identity'),
      value: identity
        ? `${say(`identities.kind.${identity.kind}`)}\n${identity.masked}`
        : say('waivers.check.none'),
      ...(application.state === 'draft' || identity === null
        ? { changeHref: `/waivers/${application.number}/identity` }
        : {}),
    },
  ];
}

function rowsOfAnswers(filling: Filling, { say }: Frame): Row[] {
  const open = new Set(openQuestions(filling).map(({ slug }) => slug));
  return filling.questions.map(({ slug, row, answerText }) => ({
    label: row,
    value: answerText ?? say('waivers.check.none'),
    ...(open.has(slug)
      ? { changeHref: `/waivers/${filling.application.number}/questions/${slug}?change=yes` }
      : {}),
  }));
}

function rowsOfProof(filling: Filling, { say, lang }: Frame): Row[] {
  const open = new Set(openProof(filling).map(({ proof: { id } }) => id));
  return filling.proof.map(({ proof: { id, text }, files }) => ({
    label: text[lang],
    value: files.map(({ name }) => name).join('\n') || say('waivers.check.no-file'),
    ...(open.has(id) ? { changeHref: `/waivers/${filling.application.number}/proof/${id}` } : {}),
  }));
}

/** What it comes to as it stands; null while it cannot be told. */
function outcomeOf({ facts, application }: Filling, frame: Frame) {
  if (facts === null) return null;
  const version = versionOfCase(application);
  const assessment = assess(facts, version);
  const { lang } = frame;
  return {
    ...presentAssessment(assessment, facts, version, frame),
    headline: headlineOf(assessment, facts, frame),
    showsAmounts: assessment.eligible && !assessment.nothingDue,
    rates: paysNothing(assessment, facts) ? presentRates(version.rules, facts, frame) : null,
    name: application.rules.name[lang],
  };
}

function headlineOf(assessment: Assessment, facts: Facts, { say, lang }: Frame): string {
  if (paysNothing(assessment, facts)) return say('waivers.check.nothing-due');
  if (!assessment.eligible) return say('waivers.check.not-eligible');
  return say('waivers.check.eligible', { yuan: yuan(assessment.schedule.total, lang) });
}
