import type { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { Field as AskedField } from '../eligibility/asking.js';
import type { Voice } from '../language/say.js';
import type { PolicyRules } from '../policies/rules.js';
import type { Typed } from '../web/forms.js';
import type { Answers, QuestionName } from './answers.js';
import type { Known } from './facts-of.js';

type Common = Pick<AskedField, 'name' | 'label' | 'hint' | 'heads' | 'whenYes' | 'optional'>;
export type Field = AskedField | (Common & { kind: 'text' });

/** One question: its page, how its form becomes answers, and what was answered. */
export type Question = {
  /** The last part of its address. */
  slug: string;
  /** The answer that it is about. */
  name: QuestionName;
  title: string;
  row: string;
  lead: string | null;
  fields: Field[];
  /** What hardly anybody needs: it stands folded up. */
  more?: Field[];
  form: z.ZodType<Partial<Answers>>;
  typed: Typed;
  /** The answer in words; null while there is none. */
  answerText: string | null;
};

/** What the questions of a case are made from. */
export type QuestionContext = {
  answers: Answers;
  rules: PolicyRules;
  known: Known;
  on: Day;
  voice: Voice;
};

export const textField = (
  name: string,
  {
    label,
    hint = null,
    whenYes = false,
  }: { label: string; hint?: string | null; whenYes?: boolean },
): Field => ({ name, label, hint, heads: false, whenYes, optional: false, kind: 'text' });
