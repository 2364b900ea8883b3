import { z } from 'zod';
import { dayAfter, lastDayOf } from '../../calendar/last-day.js';
import {
  contractDay,
  dateField,
  decimalField,
  optionally,
  radios,
  squareMetres,
  yuan,
} from '../../eligibility/fields.js';
import { plain, typedYuan } from '../../eligibility/typed.js';
import { area, day, yuan as yuanText } from '../../language/format.js';
import { spaceLabel } from '../../parks/space-names.js';
import { optional, text } from '../../web/fields.js';
import type { Answers } from '../answers.js';
import { type Question, type QuestionContext, textField } from '../asking.js';

const chosenMarket = 'market';

/** Whether the rules take premises outside of the parks; where they name none, they take all. */
export function takesMarket({ rules }: Pick<QuestionContext, 'rules'>): boolean {
  const named = rules.conditions.filter((condition) => condition.kind === 'premises');
  return named.every(({ anyOf }) => anyOf.includes('market-premises'));
}

/** For which premises: the venture's tenancies as the register has them, or others that are rented on the market. */
export function askPremises(context: QuestionContext): Question {
  const { answers, known, voice } = context;
  const { say } = voice;
  const tenancies = known.venture.tenancies.map((tenancy) => ({
    value: `tenancy-${tenancy.id}`,
    ...labelOf(tenancy, context),
  }));
  const market = takesMarket(context)
    ? [{ value: chosenMarket, label: say('waivers.ask.market-choice') }]
    : [];
  const options = [...tenancies, ...market];
  const { premises } = answers;
  const value =
    premises && (premises.kind === 'tenancy' ? `tenancy-${premises.tenancyId}` : chosenMarket);
  const chosen = options.find((option) => option.value === value);
  return {
    slug: 'premises',
    name: 'premises',
    title: say('waivers.ask.premises'),
    row: say('waivers.ask.premises-row'),
    lead: options.length === 0 ? say('waivers.ask.no-premises') : null,
    fields:
      options.length === 0
        ? []
        : [radios('premises', { label: say('waivers.ask.premises'), heads: true }, options)],
    form: z
      .object({
        premises: z
          .string({ error: 'web.field.choose' })
          .refine((sent) => options.some((option) => option.value === sent), 'web.field.choose'),
      })
      .transform((sent): Partial<Answers> => {
        if (sent.premises === chosenMarket)
          return { premises: premises?.kind === 'market' ? premises : null };
        return {
          premises: { kind: 'tenancy', tenancyId: Number(sent.premises.slice('tenancy-'.length)) },
        };
      }),
    typed: plain({ premises: value }),
    answerText: chosen ? chosen.label : null,
  };
}

type Tenancy = QuestionContext['known']['venture']['tenancies'][number];

function labelOf(tenancy: Tenancy, { voice: { say, lang } }: QuestionContext) {
  const { space, rent, beganOn, termEndOn } = tenancy;
  const values = { space: spaceLabel(space, lang), area: area(tenancy.area, lang) };
  return {
    label:
      rent === 0
        ? say('waivers.ask.tenancy-free', values)
        : say('waivers.ask.tenancy', { ...values, rent: yuanText(rent, lang) }),
    hint: say('waivers.ask.tenancy-term', {
      from: day(beganOn, lang),
      to: day(lastDayOf(termEndOn), lang),
    }),
  };
}

/** Premises rented on the market: where, how large, the rent, and the lease. */
export function askMarket({
  answers: { premises },
  voice: { say, lang },
}: QuestionContext): Question {
  const market = premises?.kind === 'market' ? premises : null;
  const lastDay = market?.leaseTo ? lastDayOf(market.leaseTo) : null;
  return {
    slug: 'market',
    name: 'premises',
    title: say('waivers.ask.market'),
    row: say('waivers.ask.market-row'),
    lead: null,
    fields: [
      textField('address', { label: say('waivers.ask.address') }),
      decimalField('area', { label: say('waivers.ask.area') }, say('eligibility.area-unit')),
      decimalField('rent', { label: say('waivers.ask.rent') }, say('eligibility.rent-unit')),
      dateField('leaseFrom', { label: say('waivers.ask.lease-from') }),
      optionally(
        dateField('leaseTo', {
          label: say('waivers.ask.lease-to'),
          hint: say('waivers.ask.lease-to-hint'),
        }),
      ),
    ],
    form: z
      .object({
        address: text(200),
        area: squareMetres,
        rent: yuan,
        leaseFrom: contractDay,
        leaseTo: optional(contractDay),
      })
      .refine(({ leaseFrom, leaseTo }) => leaseTo === null || leaseFrom <= leaseTo, {
        error: 'eligibility.fault.order',
        path: ['leaseTo'],
      })
      .transform(
        ({ leaseTo, ...sent }): Partial<Answers> => ({
          premises: { kind: 'market', ...sent, leaseTo: leaseTo && dayAfter(leaseTo) },
        }),
      ),
    typed: market
      ? plain({
          address: market.address,
          area: area(market.area, 'en').replaceAll(',', ''),
          rent: typedYuan(market.rent),
          leaseFrom: market.leaseFrom,
          leaseTo: lastDay,
        })
      : {},
    answerText:
      market &&
      say('waivers.ask.market-text', {
        address: market.address,
        area: area(market.area, lang),
        rent: yuanText(market.rent, lang),
      }),
  };
}
