import { createHash } from 'node:crypto';
import type { Answers, QuestionName } from '../answers.js';
import type { Question, QuestionContext } from '../asking.js';
import { questionsOf } from '../questions.js';
import { askOtherBenefits } from './ask-benefits.js';
import { askOfFounder } from './ask-founder.js';
import { askFrom, askMonths } from './ask-period.js';
import { askMarket, askPremises, takesMarket } from './ask-premises.js';
import { askDeclared, askSinceWhen } from './ask-venture.js';

const pagesOf: Record<QuestionName, (context: QuestionContext) => Question[]> = {
  premises: (context) => {
    const isOutside = context.answers.premises?.kind === 'market';
    const hasNone = context.known.venture.tenancies.length === 0;
    const market = takesMarket(context) && (isOutside || hasNone) ? [askMarket(context)] : [];
    return [...(hasNone && market.length > 0 ? [] : [askPremises(context)]), ...market];
  },
  from: (context) => [askFrom(context)],
  months: (context) => [askMonths(context)],
  categories: askOfFounder,
  registeredOn: (context) => [askSinceWhen('registeredOn', context)],
  tradingSince: (context) => [askSinceWhen('tradingSince', context)],
  otherBenefits: (context) => [askOtherBenefits(context)],
  declared: (context) => [askDeclared(context)],
};

/** The pages of the questions that a case asks, in order. */
export const questionPages = (context: QuestionContext): Question[] =>
  questionsOf(context.rules, context.known.venture).flatMap((name) => pagesOf[name](context));

/** The page of a question by its address; that of premises on the market also before they were chosen. */
export function pageOf(context: QuestionContext, slug: string): Question | undefined {
  if (slug === 'market' && takesMarket(context)) return askMarket(context);
  return questionPages(context).find((question) => question.slug === slug);
}

/** A mark of what stands for an answer, by which a form knows whether it was changed meanwhile. */
export function markOf(answers: Answers, name: QuestionName): string {
  const own = name === 'categories' ? [answers.categories, answers.graduatedOn] : answers[name];
  return createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16);
}
