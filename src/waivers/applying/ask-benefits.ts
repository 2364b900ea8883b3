import { z } from 'zod';
import type { Day } from '../../calendar/days.js';
import { dayAfter, lastDayOf } from '../../calendar/last-day.js';
import { contractDay, dateField, optionally, radios } from '../../eligibility/fields.js';
import { plain } from '../../eligibility/typed.js';
import { day } from '../../language/format.js';
import { optional, optionalText } from '../../web/fields.js';
import type { Answers } from '../answers.js';
import { type Field, type Question, type QuestionContext, textField } from '../asking.js';

/** How many the form has room for. */
const rows = [1, 2, 3] as const;

const row = {
  name: optionalText(100),
  from: optional(contractDay),
  to: optional(contractDay),
};
const Row = z.object(row);
type Row = z.output<typeof Row>;

const isBlank = ({ name, from, to }: Row): boolean =>
  name.trim() === '' && from === null && to === null;

/** Every other benefit for rent, whoever pays it; what this system granted itself is known and not asked. */
export function askOtherBenefits({ answers, voice: { say, lang } }: QuestionContext): Question {
  const title = say('waivers.ask.benefits');
  const benefits = answers.otherBenefits;
  const yes = { value: 'yes', label: say('waivers.ask.benefits-yes') };
  const no = { value: 'no', label: say('waivers.ask.benefits-no') };
  const lastDay = (endedOn: Day | null) => endedOn && lastDayOf(endedOn);
  const lines = benefits?.map(({ name, beganOn, endedOn }) => {
    const from = day(beganOn, lang);
    const last = lastDay(endedOn);
    if (last === null) return say('waivers.ask.benefit-open', { name, from });
    return say('waivers.ask.benefit-text', { name, from, to: day(last, lang) });
  });
  const typedRows = benefits?.flatMap(({ name, beganOn, endedOn }, i) => [
    [`name-${i + 1}`, name],
    [`from-${i + 1}`, beganOn],
    [`to-${i + 1}`, lastDay(endedOn)],
  ]);
  return {
    slug: 'other-benefits',
    name: 'otherBenefits',
    title,
    row: say('waivers.ask.benefits-row'),
    lead: null,
    fields: [
      radios('answer', { label: title, hint: say('waivers.ask.benefits-hint'), heads: true }, [
        yes,
        no,
      ]),
      ...fieldsOf(1, say),
    ],
    more: [...fieldsOf(2, say), ...fieldsOf(3, say)],
    form: benefitsForm(),
    typed:
      benefits === null
        ? {}
        : plain({ answer: lines?.length ? 'yes' : 'no', ...Object.fromEntries(typedRows ?? []) }),
    answerText: lines === undefined ? null : lines.join('\n') || no.label,
  };
}

function fieldsOf(n: (typeof rows)[number], say: QuestionContext['voice']['say']): Field[] {
  const label = (key: 'name' | 'from' | 'to') =>
    n === 1 ? say(`waivers.ask.benefit-${key}`) : say(`waivers.ask.benefit-${key}-n`, { n });
  const name = textField(`name-${n}`, { label: label('name'), whenYes: true });
  const from = dateField(`from-${n}`, { label: label('from'), whenYes: true });
  const to = { label: label('to'), hint: say('waivers.ask.benefit-to-hint'), whenYes: true };
  const last = optionally(dateField(`to-${n}`, to));
  return n === 1 ? [name, from, last] : [{ ...name, optional: true }, optionally(from), last];
}

const shape = Object.fromEntries(
  rows.flatMap((n) => Object.entries(row).map(([name, schema]) => [`${name}-${n}`, schema])),
);

function benefitsForm() {
  return z
    .object({ answer: z.enum(['yes', 'no'], { error: 'web.field.choose' }), ...shape })
    .superRefine((sent, context) => {
      if (sent.answer === 'no') return;
      const fault = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message });
      for (const [n, item] of rowsOf(sent)) {
        if (n > 1 && isBlank(item)) continue;
        if (item.name.trim() === '') fault(`name-${n}`, 'web.field.required');
        if (item.from === null) fault(`from-${n}`, 'web.field.required');
        else if (item.to !== null && item.to < item.from)
          fault(`to-${n}`, 'eligibility.fault.order');
      }
    })
    .transform((sent): Partial<Answers> => {
      if (sent.answer === 'no') return { otherBenefits: [] };
      const lines = rowsOf(sent).filter(([, item]) => !isBlank(item));
      return {
        otherBenefits: lines.map(([, { name, from, to }]) => ({
          name: name.trim(),
          beganOn: from as Day,
          endedOn: to && dayAfter(to),
        })),
      };
    });
}

const rowsOf = (sent: Record<string, unknown>) =>
  rows.map((n): [number, Row] => [
    n,
    { name: sent[`name-${n}`], from: sent[`from-${n}`], to: sent[`to-${n}`] } as Row,
  ]);
