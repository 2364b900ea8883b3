import type { z } from 'zod';
import type { Day } from '../calendar/days.js';
import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { day as dayText, yuan } from '../language/format.js';
import type { Fault } from '../language/refusal.js';
import type { Voice } from '../language/say.js';
import { type RentSpell, rentByDay, type StatedRent } from '../policies/rent-by-day.js';
import { day, hundredths, optional } from '../web/fields.js';

/** What a contract says of rent beside the one of its first spell; where it is left out, rent is due at once and stays. */
export type RentTerms = {
  rentFreeTo?: Day | null;
  steps?: readonly { fromOn: Day; fen: number }[];
};

/** How many steps a form has room for: a contract of five years with a step each year. */
export const mostSteps = 4;
const places = Array.from({ length: mostSteps }, (_, index) => index + 1);
type Name = `stepFrom${1 | 2 | 3 | 4}` | `stepRent${1 | 2 | 3 | 4}`;

/** Ten million yuan a month is beyond any space. */
const fen = hundredths(10_000_000_00, 'yuan');
export const rentFields = {
  rentFreeLastOn: optional(day),
  stepFrom1: optional(day),
  stepRent1: optional(fen),
  stepFrom2: optional(day),
  stepRent2: optional(fen),
  stepFrom3: optional(day),
  stepRent3: optional(fen),
  stepFrom4: optional(day),
  stepRent4: optional(fen),
};
type Typed = z.output<z.ZodObject<typeof rentFields>>;

const fromOf = (typed: Typed, place: number) => typed[`stepFrom${place}` as 'stepFrom1'];
const rentOf = (typed: Typed, place: number) => typed[`stepRent${place}` as 'stepRent1'];

/** A step has a day and a rent, and no blank one stands before it. */
export function checkSteps(typed: Typed, context: z.RefinementCtx): void {
  const blank = (name: string) =>
    context.addIssue({ code: 'custom', message: 'web.field.required', path: [name] });
  const last = places.findLast(
    (place) => fromOf(typed, place) !== null || rentOf(typed, place) !== null,
  );
  for (const place of places.slice(0, last ?? 0)) {
    if (fromOf(typed, place) === null) blank(`stepFrom${place}`);
    if (rentOf(typed, place) === null) blank(`stepRent${place}`);
  }
}

/** What was typed without the fields of the rent's spells, and those as a lease has them. */
export function readRentTerms<T extends Typed>(
  typed: T,
): Omit<T, keyof Typed> & Required<RentTerms> {
  const { rentFreeLastOn } = typed;
  const steps = places.flatMap((place) => {
    const [fromOn, rent] = [fromOf(typed, place), rentOf(typed, place)];
    return fromOn === null || rent === null ? [] : [{ fromOn, fen: rent }];
  });
  const rest = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !(name in rentFields)),
  ) as Omit<T, keyof Typed>;
  return { ...rest, rentFreeTo: rentFreeLastOn && dayAfter(rentFreeLastOn), steps };
}

/** Whether something stands in the fields of the spells: they are folded away where nothing does. */
export const hasTypedSteps = (typed: Record<string, unknown>): boolean =>
  Object.keys(rentFields).some((name) => (typed[name] ?? '') !== '');

/** The fields of a form for the spells of a lease. @param money a rent as people type it */
export function typedRentTerms(
  { rentFreeTo, steps }: Pick<StatedRent, 'rentFreeTo' | 'steps'>,
  money: (fen: number) => string,
): Record<'rentFreeLastOn' | Name, string> {
  const rows = places.flatMap((place) => {
    const step = steps[place - 1];
    return [
      [`stepFrom${place}`, step?.fromOn ?? ''],
      [`stepRent${place}`, step === undefined ? '' : money(step.fen)],
    ];
  });
  const first = { rentFreeLastOn: rentFreeTo === null ? '' : lastDayOf(rentFreeTo) };
  return Object.assign(first, Object.fromEntries(rows));
}

/** What forbids the spells of a rent: they begin one after the other, within the term. */
export function rentFaults(
  { beganOn, termEndOn }: { beganOn: Day; termEndOn: Day },
  { rentFreeTo = null, steps = [] }: RentTerms,
): (Fault | false)[] {
  const isFreeOutside = rentFreeTo !== null && (rentFreeTo <= beganOn || rentFreeTo > termEndOn);
  let before = rentFreeTo ?? beganOn;
  const faults = steps.map(({ fromOn, fen: rent }, index): (Fault | false)[] => {
    const isEarly = fromOn <= before || fromOn >= termEndOn;
    before = fromOn;
    return [
      isEarly && { field: `stepFrom${index + 1}`, key: 'ventures.rent.step-order' },
      rent < 0 && { field: `stepRent${index + 1}`, key: 'ventures.rent-negative' },
    ];
  });
  return [
    isFreeOutside && { field: 'rentFreeLastOn', key: 'ventures.rent.free-outside' },
    ...faults.flat(),
  ];
}

/** A lease whose rent changes, a line for each spell; none where one rent is stated for all of it. */
export function spellTexts(stated: StatedRent & { termEndOn: Day }, voice: Voice): string[] {
  const spells = rentByDay(stated);
  if (spells.length === 1) return [];
  return spells.map((spell, index) =>
    spellText(spell, spells[index + 1]?.from ?? stated.termEndOn, voice),
  );
}

/** One spell of a rent, with its last day. */
export function spellText({ from, fen: rent }: RentSpell, to: Day, { say, lang }: Voice): string {
  const days = { from: dayText(from, lang), to: dayText(lastDayOf(to), lang) };
  return rent === 0
    ? say('ventures.rent.free-spell', days)
    : say('ventures.rent.spell', { ...days, yuan: yuan(rent, lang) });
}
