import { createHash } from 'node:crypto';
import type { Answers, QuestionName } from '../answers.js';
import type { Given, Question } from '../asking.js';
import { questionsOf } from '../questions.js';
import { askOtherBenefits } from './ask-benefits.js';
import { askOfFounder } from './ask-founder.js';
import { askFrom, askMonths } from './ask-period.js';
import { askMarket, askPremises, takesMarket } from './ask-premises.js';
import { askDeclared, askSinceWhen } from './ask-venture.js';

const pagesOf: Record<QuestionName, (given: Given) => Question[]> = {
  premises: (given) => {
    const isOutside = given.answers.premises?.kind === 'market';
    const hasNone = given.known.venture.tenancies.length === 0;
    const market = takesMarket(given) && (isOutside || hasNone) ? [askMarket(given)] : [];
    return [...(hasNone && market.length > 0 ? [] : [askPremises(given)]), ...market];
  },
  from: (given) => [askFrom(given)],
  months: (given) => [askMonths(given)],
  categories: askOfFounder,
  registeredOn: (given) => [askSinceWhen('registeredOn', given)],
  tradingSince: (given) => [askSinceWhen('tradingSince', given)],
  otherBenefits: (given) => [askOtherBenefits(given)],
  declared: (given) => [askDeclared(given)],
};

/** The pages of the questions that a case asks, in order. */
export const questionPages = (given: Given): Question[] =>
  questionsOf(given.rules, given.known.venture).flatMap((name) => pagesOf[name](given));

/** The page of a question by its address; that of premises on the market also before they were chosen. */
export function pageOf(given: Given, slug: string): Question | undefined {
  if (slug === 'market' && takesMarket(given)) return askMarket(given);
  return questionPages(given).find((question) => question.slug === slug);
}

/** A mark of what stands for an answer, by which a form knows whether it was changed meanwhile. */
export function markOf(answers: Answers, name: QuestionName): string {
  const own = name === 'categories' ? [answers.categories, answers.graduatedOn] : answers[name];
  return createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16);
}
