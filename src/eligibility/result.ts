import type { Response } from 'express';
import type { Reads } from '../database/database.js';
import { presentPhone } from '../input/present-phone.js';
import { day, yuan } from '../language/format.js';
import { freeSpace } from '../parks/free-space-queries.js';
import { namesOf } from '../parks/present.js';
import { listParks } from '../parks/queries.js';
import { spaceName } from '../parks/space-names.js';
import { assess } from '../policies/assess.js';
import { type IssuedVersion, versionsInForce } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { page } from '../web/views.js';
import type { QuestionContext } from './asking.js';
import { factsOfAnswers, isPriced } from './facts-of-answers.js';
import { type Outcome, type OutcomeKind, outcomeKind, presentOutcome } from './present-outcome.js';

/** Each policy in force held against the answers, by the same function that decides a case. */
export async function showResult(
  { db }: Deps,
  context: QuestionContext,
  res: Response,
): Promise<void> {
  const { on, voice } = context;
  const { say, lang } = voice;
  const versions = await versionsInForce(db, on);
  const outcomes = versions.map((version) => outcomeOf(version, context));
  const open = outcomes.filter((outcome) => outcomeKind(outcome) === 'gives');
  const from = outcomes[0]?.facts.period.from ?? on;
  const parks = await listParks(db, on);
  page(res, 'eligibility/result', {
    title: headingOf(outcomes, context),
    lead: say('eligibility.result.lead', { on: day(on, lang), from: day(from, lang) }),
    space: await spaceOf(db, context),
    asksSpace:
      context.answers.space === undefined && context.answers.premises !== 'market-premises',
    isOneOnly: open.length > 1 && open.some(forbidsAnother),
    policies: outcomes.map((outcome) =>
      presentOutcome(outcome, { voice, others: open.filter((other) => other !== outcome) }),
    ),
    parks: parks.map((park) => {
      const { name, region } = namesOf(park, lang);
      return { name, region, href: `/parks/${park.number}`, phone: presentPhone(park.phone) };
    }),
  });
}

/** The space that the check began with: where it is free still, with its rent. */
async function spaceOf(reads: Reads, { answers, on, voice }: QuestionContext) {
  const { say, lang } = voice;
  const space = answers.space === undefined ? null : await freeSpace(reads, on, answers.space);
  if (!space) return null;
  const { marketRent } = space;
  const values = { name: spaceName(space.name, lang), number: space.number };
  return {
    href: `/spaces/${space.number}`,
    text:
      marketRent === null
        ? say('eligibility.result.space-unpriced', values)
        : say('eligibility.result.space', { ...values, yuan: yuan(marketRent, lang) }),
  };
}

function outcomeOf(version: IssuedVersion, { answers, on }: QuestionContext): Outcome {
  const facts = factsOfAnswers(answers, on, version);
  return {
    version,
    facts,
    assessment: assess(facts, version),
    isPriced: isPriced(answers, version),
  };
}

const forbidsAnother = ({ version }: Outcome): boolean =>
  version.rules.conditions.some(({ kind }) => kind === 'other-benefit');

/** How many can be applied for; where none can, whether settling would help, or no rent is paid. */
function headingOf(outcomes: Outcome[], { voice: { say } }: QuestionContext): string {
  const count = (kind: OutcomeKind) =>
    outcomes.filter((outcome) => outcomeKind(outcome) === kind).length;
  const n = count('gives');
  if (n > 1) return say('eligibility.result.can', { n });
  if (n === 1) return say('eligibility.result.can-one');
  const later = count('settle-first');
  if (later > 0) return say('eligibility.result.after-settling', { n: later });
  return say(count('no-rent') > 0 ? 'eligibility.result.no-rent' : 'eligibility.result.cannot');
}
