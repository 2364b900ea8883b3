import { allConditions, type PolicyRules } from '../policies/rules.js';
import { type Answers, type QuestionName, questionNames } from './answers.js';
import type { Known } from './facts-of.js';

type KnownToRules = Pick<Known['venture'], 'registeredOn'>;

/** What a case under some rules has to answer: never what the register knows, nor what no rule looks at. */
export function questionsOf(rules: PolicyRules, venture: KnownToRules): QuestionName[] {
  const kinds = new Set(allConditions(rules).map(({ kind }) => kind));
  const asksCategory =
    kinds.has('category') ||
    kinds.has('graduation-age') ||
    rules.tiers.some(({ only }) => only.length > 0);
  const applies: Record<QuestionName, boolean> = {
    premises: rules.needsPremises,
    from: true,
    months: true,
    categories: asksCategory,
    registeredOn: kinds.has('registered') && venture.registeredOn === null,
    tradingSince: kinds.has('trading'),
    otherBenefits: kinds.has('other-benefit'),
    declared: kinds.has('declaration'),
  };
  return questionNames.filter((name) => applies[name]);
}

/** The questions that are not answered yet; a graduate without the day of graduation has not answered. */
export function unanswered(answers: Answers, questions: QuestionName[]): QuestionName[] {
  const isGraduate = answers.categories?.some(({ category }) => category === 'graduate');
  return questions.filter(
    (name) =>
      answers[name] === null ||
      (name === 'categories' && isGraduate && answers.graduatedOn === null),
  );
}
