import { addMonths, type Day, firstOf, monthOf } from '../calendar/days.js';
import { type Assessment, assess } from './assess.js';
import { applyChange } from './changes.js';
import { type Facts, untold } from './facts.js';
import { askingForAll } from './months-that-fit.js';
import type { CategoryTest, Condition, PolicyInForce, PolicyRules } from './rules.js';

/** Premises of a park that somebody could rent: area in hundredths of a m², rent in fen a month. */
export type OfferedPremises = { area: number; rent: number };

/** What a policy gives in some premises, and for whom. */
export type GivenTo = {
  /** One of these; nobody in particular where there are none. */
  categories: CategoryTest[];
  facts: Facts;
  assessment: Assessment;
  /** What else the policy asks for, of which nothing is known yet. */
  further: Condition[];
};

/**
 * What a policy would give in premises of a park to a founder who settles there on the day and rents them from the next
 * month on: to one of no category and to one of each category that its rules name, those with the same outcome together.
 * Whom it leaves out is not listed.
 */
export function givenInPremises(
  version: PolicyInForce,
  premises: OfferedPremises,
  on: Day,
): GivenTo[] {
  const base = factsIn(version.rules, premises, on);
  const tests = testsOf(version.rules);
  const found: GivenTo[] = [];
  for (const test of [null, ...tests]) {
    const facts = test ? applyChange(base, { kind: 'category', anyOf: [test] }) : base;
    const assessment = assess(facts, version);
    const further = assessment.findings.flatMap(({ met, condition }) =>
      met || condition === null ? [] : [condition],
    );
    if (further.some(({ kind }) => aboutTheFounder.includes(kind))) continue;
    const alike = found.find((each) => outcomeOf(each) === outcomeOf({ assessment, further }));
    const categories = test ? [test] : [];
    if (!alike) found.push({ categories, facts, assessment, further });
    // What everyone has needs no category.
    else if (alike.categories.length > 0) alike.categories.push(...categories);
  }
  return found;
}

const aboutTheFounder: Condition['kind'][] = ['category', 'graduation-age'];

const outcomeOf = ({ assessment, further }: Pick<GivenTo, 'assessment' | 'further'>): string =>
  JSON.stringify([assessment.schedule.lines.map(({ fen }) => fen), further.map(({ id }) => id)]);

function testsOf({ conditions, tiers }: PolicyRules): CategoryTest[] {
  const tests = [
    ...conditions.flatMap((condition) =>
      condition.kind === 'category' ? [...condition.anyOf, ...condition.allOf] : [],
    ),
    ...tiers.flatMap(({ only }) => only),
  ];
  const texts = tests.map((test) => JSON.stringify(test));
  return tests.filter((_, index) => texts.indexOf(texts[index] as string) === index);
}

/** A firm that is registered and trades from the day on, employs nobody, has no other benefit, and declares what is asked. */
function factsIn(rules: PolicyRules, { area, rent }: OfferedPremises, on: Day): Facts {
  const from = firstOf(addMonths(monthOf(on), 1));
  const none = { months: 0, fen: 0 };
  return askingForAll(rules, {
    on,
    period: { from, to: from },
    startedOn: null,
    categories: [],
    graduatedOn: null,
    legalForm: 'firm',
    registeredOn: on,
    tradingSince: on,
    settledOn: on,
    jobs: 0,
    premises: { kind: 'park-space', area, rent, leaseFrom: from, leaseTo: null },
    otherBenefits: [],
    used: { person: none, venture: none, yearFen: 0 },
    ...untold,
    declared: rules.conditions.flatMap(({ kind, id }) => (kind === 'declaration' ? [id] : [])),
  });
}
