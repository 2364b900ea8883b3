import type { Say } from '../language/say.js';
import type { ComparedField } from '../web/edits.js';
import type { FormView, Typed } from '../web/forms.js';
import { chosenCategories } from './forms.js';
import { trades } from './kinds.js';
import { kindOptions } from './present-list.js';
import type { VentureProfile } from './venture-profile.js';

/** What the fields of a profile choose from. A reason to keep a failing code is asked only where one is needed. */
export function profileOptions(say: Say, form: FormView) {
  return {
    ...profileChoices(say),
    asksCodeNote: Boolean(form.errors.creditCodeNote || form.typed.creditCodeNote),
  };
}

function profileChoices(say: Say) {
  const { forms, industries } = kindOptions(say);
  const tradeOptions = trades.map((trade) => ({
    value: trade,
    label: say(`ventures.trade.${trade}`),
  }));
  return { forms, industries, trades: tradeOptions };
}

export const categoryOptions = (say: Say) =>
  chosenCategories.map((value) => ({ value, label: say(`ventures.category.${value}`) }));

/** The blocks of a form, one for each founder. */
export function founderBlocks(count: number, say: Say) {
  const categories = categoryOptions(say);
  return Array.from({ length: count }, (_, index) => ({
    title: say('ventures.log.founder-n', { n: index + 1 }),
    prefix: `founders.${index}.`,
    isFirst: index === 0,
    categories,
  }));
}

/** A profile as its form shows it. */
export function typedProfile(venture: VentureProfile & { version: number }): Typed {
  return {
    name: venture.name,
    legalForm: venture.legalForm,
    creditCode: venture.creditCode ?? '',
    creditCodeNote: venture.creditCodeNote ?? '',
    industry: venture.industry,
    trade: venture.trade ?? '',
    registeredOn: venture.registeredOn ?? '',
    phone: venture.phone ?? '',
    about: venture.about,
    ...(venture.isNamed ? { isNamed: 'yes' } : {}),
    version: String(venture.version),
  };
}

/** The fields of a profile, as errors name them and two versions of it are compared. */
export function profileFields(say: Say): ComparedField[] {
  const { forms, industries, trades: tradeOptions } = profileChoices(say);
  return [
    { name: 'name', label: say('ventures.field.name') },
    { name: 'legalForm', label: say('ventures.field.form'), options: forms },
    { name: 'creditCode', label: say('ventures.field.code') },
    { name: 'creditCodeNote', label: say('ventures.field.code-note') },
    { name: 'industry', label: say('ventures.field.industry'), options: industries },
    { name: 'trade', label: say('ventures.field.trade'), options: tradeOptions },
    { name: 'registeredOn', label: say('ventures.field.registered') },
    { name: 'phone', label: say('ventures.field.phone') },
    { name: 'about', label: say('ventures.field.about') },
    {
      name: 'isNamed',
      label: say('ventures.field.named'),
      options: [{ value: 'yes', label: say('ventures.named') }],
    },
  ];
}
