import { allConditions } from '../policies/rules.js';
import { askBefore, askHad } from './ask-before.js';
import { askCategories, askGraduation, askSince } from './ask-categories.js';
import { askDeclaration } from './ask-declaration.js';
import { askInsured, askIsland, askNamed } from './ask-kind.js';
import { askLease } from './ask-lease.js';
import { askOtherBenefit } from './ask-other-benefit.js';
import { askArea, askDay, askJobs, askLegalForm, askPremises, askRent } from './ask-simple.js';
import type { Asking, QuestionContext } from './asking.js';

/**
 * The questions to ask, in order: those that the policies in force need, and of those that follow from an
 * answer the ones that do. None where no policy is in force.
 */
export function questionsFor(context: QuestionContext): Asking[] {
  const { policies } = context.needs;
  if (policies.length === 0) return [];
  return [
    ...aboutTheFounder(context),
    ...aboutTheVenture(context),
    ...aboutThePremises(context),
    ...aboutBenefits(context),
    ...policies.flatMap((policy) =>
      allConditions(policy.rules)
        .filter(({ kind }) => kind === 'declaration')
        .map((condition) => askDeclaration(policy, condition, context)),
    ),
  ];
}

function aboutTheFounder(context: QuestionContext): Asking[] {
  const { answers, needs } = context;
  const chosen = needs.categories.filter((value) => answers.categories?.held.includes(value));
  return [
    ...(needs.categories.length > 0 ? [askCategories(context)] : []),
    ...(chosen.includes('graduate') ? [askGraduation(context)] : []),
    ...needs.dated
      .filter((category) => chosen.includes(category))
      .map((category) => askSince(category, context)),
  ];
}

/** A team that is not registered is not asked when it was. */
function aboutTheVenture(context: QuestionContext): Asking[] {
  const { answers, needs } = context;
  const { kinds } = needs;
  const isTeam = kinds.has('legal-form') && answers.legalForm === 'team';
  return [
    ...(kinds.has('legal-form') ? [askLegalForm(context)] : []),
    ...(kinds.has('registered') && !isTeam ? [askDay('registered', 'registeredOn', context)] : []),
    ...(kinds.has('trading') ? [askDay('trading', 'tradingSince', context)] : []),
    ...(kinds.has('settled') || kinds.has('not-settled')
      ? [askDay('settled', 'settledOn', context)]
      : []),
    ...(needs.jobs ? [askJobs(context)] : []),
    ...needs.insuredMonths.map((months) => askInsured(months, context)),
    ...(needs.industries.length > 0 ? [askNamed('industry', context)] : []),
    ...(needs.trades.length > 0 ? [askNamed('trade', context)] : []),
    ...(needs.regions.length > 0 ? [askNamed('region', context)] : []),
    ...(needs.islands ? [askIsland(context)] : []),
  ];
}

/** Rent and lease bound every amount of a policy that is for premises. */
function aboutThePremises(context: QuestionContext): Asking[] {
  const { kinds, area, premises } = context.needs;
  if (!premises) return [];
  return [
    ...(kinds.has('premises') ? [askPremises(context)] : []),
    ...(area ? [askArea(context)] : []),
    askRent(context),
    askLease(context),
  ];
}

function aboutBenefits(context: QuestionContext): Asking[] {
  const { answers, needs } = context;
  return [
    ...(needs.kinds.has('other-benefit') ? [askOtherBenefit(context)] : []),
    askBefore(context),
    ...needs.policies
      .filter(({ code }) => answers.before?.had.includes(code))
      .map((policy) => askHad(policy, context)),
  ];
}
