import { dayAfter, lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import { optional } from '../web/fields.js';
import type { Asking, QuestionContext } from './asking.js';
import { contractDay, dateField, optionally, radios, yesOrNo } from './fields.js';
import { plain } from './typed.js';

/** Whether rent is helped with from elsewhere; the days only where a policy looks at them. */
export function askOtherBenefit({ answers, needs, voice: { say, lang } }: QuestionContext): Asking {
  const title = say('eligibility.other');
  const yes = { value: 'yes', label: say('eligibility.other-yes') };
  const no = { value: 'no', label: say('eligibility.other-no') };
  const answer = answers.otherBenefit;
  const lastDay = answer?.to ? lastDayOf(answer.to) : null;
  const isWhole = !answer || !needs.otherBenefitDays || answer.from !== null;
  const from = { label: say('eligibility.other-from'), whenYes: true };
  const to = { label: say('eligibility.other-to'), hint: say('eligibility.other-to-hint') };
  const days = [dateField('from', from), optionally(dateField('to', { ...to, whenYes: true }))];
  return {
    slug: 'other-benefit',
    title,
    row: say('eligibility.other-row'),
    lead: null,
    fields: [
      radios('answer', { label: title, hint: say('eligibility.other-hint'), heads: true }, [
        yes,
        no,
      ]),
      ...(needs.otherBenefitDays ? days : []),
    ],
    form: () => (needs.otherBenefitDays ? datedForm() : undatedForm()),
    typed:
      answer === undefined || !isWhole
        ? {}
        : plain({ answer: answer ? 'yes' : 'no', from: answer?.from, to: lastDay }),
    answerText: answer === undefined || !isWhole ? null : answer === null ? no.label : otherText(),
  };

  function otherText(): string {
    if (!answer?.from) return yes.label;
    const begins = day(answer.from, lang);
    if (lastDay === null) return say('eligibility.from-on', { from: begins });
    return say('eligibility.from-to', { from: begins, to: day(lastDay, lang) });
  }
}

function datedForm() {
  return yesOrNo({ from: contractDay, to: optional(contractDay) })
    .refine((sent) => sent.answer === 'no' || sent.to === null || sent.from <= sent.to, {
      error: 'eligibility.fault.order',
      path: ['to'],
    })
    .transform((sent) => ({
      otherBenefit:
        sent.answer === 'no' ? null : { from: sent.from, to: sent.to && dayAfter(sent.to) },
    }));
}

const undatedForm = () =>
  yesOrNo({}).transform(({ answer }) => ({
    otherBenefit: answer === 'no' ? null : { from: null, to: null },
  }));
