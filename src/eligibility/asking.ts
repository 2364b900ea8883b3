import type { z } from 'zod';
import type { Day } from '../calendar/days.js';
import type { Voice } from '../language/say.js';
import type { Typed } from '../web/forms.js';
import type { Answers } from './answers.js';
import type { Needs } from './needs.js';

export type Option = { value: string; label: string; hint?: string };
type Common = {
  name: string;
  label: string;
  hint: string | null;
  /** The question itself is the label: the page's heading. */
  heads: boolean;
  /** Only for who answered yes. */
  whenYes: boolean;
  optional: boolean;
};
export type Field = Common &
  (
    | { kind: 'radios' | 'checkboxes'; options: Option[] }
    | { kind: 'number' | 'decimal'; unit: string }
    | { kind: 'date' }
  );

/** One question: its page, how its form becomes answers, and what was answered. */
export type Asking = {
  /** The last part of its address. */
  slug: string;
  /** The question, and its name in the list of answers. */
  title: string;
  row: string;
  lead: string | null;
  fields: Field[];
  /** Reads the form into what it changes in the answers. Made only for the question that is answered. */
  form: () => z.ZodType<Partial<Answers>>;
  typed: Typed;
  /** The answer in words; null while there is none that still counts. */
  answerText: string | null;
};

/** What a question is made from. */
export type QuestionContext = { answers: Answers; on: Day; voice: Voice; needs: Needs };
