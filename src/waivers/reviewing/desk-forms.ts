import { z } from 'zod';
import { choice, choices, day, optionalText, text, wholeNumber } from '../../web/fields.js';
import type { Labels } from '../../web/forms.js';
import { questionNames } from '../answers.js';
import { audiences } from '../comment-on-application.js';
import { reasons } from '../reasons.js';
import { recommendations } from '../review-application.js';
import { seenVersion } from './case-form.js';

const note = { note: text(1000, { lines: true }) };
const inside = { inside: text(1000, { lines: true }) };
const maybeInside = { inside: optionalText(1000, { lines: true }) };

export const SeenForm = z.object(seenVersion);
export const AsideForm = z.object({ ...seenVersion, ...inside });
export const CommentForm = z.object({
  ...seenVersion,
  text: text(1000, { lines: true }),
  audience: choice(audiences),
});
/** What is to be corrected: answers by their names, proof by the items of the policy. */
export const CorrectionForm = z.object({
  ...seenVersion,
  ...note,
  fields: choices(questionNames),
  proof: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(z.string().max(40)).max(60),
  ),
});
export const PaperForm = z.object({ ...seenVersion, paper: text(100), ...note });
export const DeclineForm = z.object({
  ...seenVersion,
  reason: choice(reasons.decline),
  ...note,
});
export const ReviewForm = z.object({
  ...seenVersion,
  recommends: choice(recommendations),
  ...maybeInside,
});
export const BackForm = z.object({ ...seenVersion, ...inside });

const moveAndReason = <M extends keyof typeof reasons>(move: M) =>
  reasons[move].map((reason) => `${move}.${reason}`);
const either = (...moves: (keyof typeof reasons)[]) =>
  choice(moves.flatMap(moveAndReason) as [string, ...string[]]).transform((code) => {
    const [move = '', reason = ''] = code.split('.');
    return { move, reason };
  });

export const DeterminationForm = z.object({
  ...seenVersion,
  outcome: either('approve', 'refuse'),
  note: optionalText(1000, { lines: true }),
});
export const ReconsiderationForm = z.object({
  ...seenVersion,
  outcome: z.union(
    [
      either('uphold', 'overturn', 'amend'),
      z.literal('restore').transform(() => ({ move: 'restore', reason: '' })),
    ],
    'web.field.choose',
  ),
  note: optionalText(1000, { lines: true }),
});
export const AnswerForm = z.object({
  ...seenVersion,
  finding: choice(['dismissed', 'upheld']),
  answer: text(1000, { lines: true }),
  also: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(wholeNumber(1, 1_000_000_000)).max(500),
  ),
});
export const RevocationForm = z.object({
  ...seenVersion,
  from: day,
  reason: choice(reasons.revoke),
  ...note,
});
/** Why a park or the bureau ends a waiver; a revocation is another act. */
export const earlyEnds = ['surrendered', 'left', 'tenancy-ended'] as const;
export const EarlyEndForm = z.object({
  ...seenVersion,
  endedOn: day,
  reason: choice(earlyEnds),
  ...note,
});

/** How the pages call the fields: the summary of errors names them so. */
export const deskLabels: Labels = {
  inside: 'waivers.desk.inside',
  note: 'waivers.desk.note',
  fields: 'waivers.desk.fields',
  proof: 'waivers.desk.proof',
  paper: 'waivers.desk.paper',
  recommends: 'waivers.desk.recommends',
  outcome: 'waivers.desk.outcome',
  finding: 'waivers.desk.finding',
  answer: 'waivers.desk.answer',
  also: 'waivers.desk.also',
  from: 'waivers.desk.from',
  reason: 'waivers.desk.reason',
  endedOn: 'waivers.desk.ended-on',
  text: 'waivers.review.comment.text',
  audience: 'waivers.review.comment.to',
};
