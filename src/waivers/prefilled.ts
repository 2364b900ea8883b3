import type { Day } from '../calendar/days.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';
import { mostAtOnce } from '../policies/months-that-fit.js';
import type { PolicyRules } from '../policies/rules.js';
import { type Answers, noAnswers } from './answers.js';
import type { Known } from './facts-of.js';

/** What the register knows already; the applicant may correct it. */
export function prefilled(
  { venture, person }: Known,
  rules: Pick<PolicyRules, 'conditions' | 'months' | 'needsPremises'>,
  on: Day,
  checked: Partial<Answers> = {},
): Answers {
  const [tenancy, ...others] = venture.tenancies;
  const isOnly = rules.needsPremises && tenancy !== undefined && others.length === 0;
  const ofPerson = person.categories.filter(
    ({ endedOn, category }) =>
      (endedOn === null || endedOn > on) && founderCategories.includes(category as FounderCategory),
  );
  const categories = ofPerson.map(({ category, beganOn }) => ({
    category: category as FounderCategory,
    since: beganOn,
  }));
  const knows = categories.length > 0;
  return {
    ...noAnswers,
    ...checked,
    premises: isOnly ? { kind: 'tenancy', tenancyId: tenancy.id } : null,
    from: on,
    months: mostAtOnce(rules),
    categories: knows ? categories : (checked.categories ?? null),
    graduatedOn: person.graduatedOn ?? checked.graduatedOn ?? null,
  };
}
