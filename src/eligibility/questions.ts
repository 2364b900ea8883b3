import { askBefore, askHad } from './ask-before.js';
import { askCategories, askGraduation, askSince } from './ask-categories.js';
import { askDeclaration } from './ask-declaration.js';
import { askLease } from './ask-lease.js';
import { askOtherBenefit } from './ask-other-benefit.js';
import { askArea, askDay, askJobs, askLegalForm, askPremises, askRent } from './ask-simple.js';
import type { Asking, Given } from './asking.js';

/**
 * The questions to ask, in order: those that the policies in force need, and of those that follow from an
 * answer the ones that do. None where no policy is in force.
 */
export function questionsFor(given: Given): Asking[] {
  const { policies } = given.needs;
  if (policies.length === 0) return [];
  return [
    ...aboutTheFounder(given),
    ...aboutTheVenture(given),
    ...aboutThePremises(given),
    ...aboutBenefits(given),
    ...policies.flatMap((policy) =>
      policy.rules.conditions
        .filter(({ kind }) => kind === 'declaration')
        .map((condition) => askDeclaration(policy, condition, given)),
    ),
  ];
}

function aboutTheFounder(given: Given): Asking[] {
  const { answers, needs } = given;
  const held = needs.categories.filter((value) => answers.categories?.held.includes(value));
  return [
    ...(needs.categories.length > 0 ? [askCategories(given)] : []),
    ...(held.includes('graduate') ? [askGraduation(given)] : []),
    ...needs.dated
      .filter((category) => held.includes(category))
      .map((category) => askSince(category, given)),
  ];
}

/** A team that is not registered is not asked when it was. */
function aboutTheVenture(given: Given): Asking[] {
  const { answers, needs } = given;
  const { kinds } = needs;
  const isTeam = kinds.has('legal-form') && answers.legalForm === 'team';
  return [
    ...(kinds.has('legal-form') ? [askLegalForm(given)] : []),
    ...(kinds.has('registered') && !isTeam ? [askDay('registered', 'registeredOn', given)] : []),
    ...(kinds.has('trading') ? [askDay('trading', 'tradingSince', given)] : []),
    ...(kinds.has('settled') ? [askDay('settled', 'settledOn', given)] : []),
    ...(kinds.has('jobs') ? [askJobs(given)] : []),
  ];
}

/** Rent and lease bound every amount, whatever the policy. */
function aboutThePremises(given: Given): Asking[] {
  const { kinds, area } = given.needs;
  return [
    ...(kinds.has('premises') ? [askPremises(given)] : []),
    ...(area ? [askArea(given)] : []),
    askRent(given),
    askLease(given),
  ];
}

function aboutBenefits(given: Given): Asking[] {
  const { answers, needs } = given;
  return [
    ...(needs.kinds.has('other-benefit') ? [askOtherBenefit(given)] : []),
    askBefore(given),
    ...needs.policies
      .filter(({ code }) => answers.before?.had.includes(code))
      .map((policy) => askHad(policy, given)),
  ];
}
