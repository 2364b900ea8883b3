import { z } from 'zod';
import { Facts } from '../../policies/facts.js';

/** 补正通知书 补充材料通知书 不予受理决定书 受理通知书 不予免租决定书 免租决定书 撤销免租决定书 复核决定书 终止免租通知书 视为放弃申请通知书. */
export const letterKinds = [
  'correction',
  'supplement',
  'non-acceptance',
  'acceptance',
  'refusal',
  'grant',
  'revocation',
  'reconsideration',
  'ending',
  'lapse',
] as const;
export type LetterKind = (typeof letterKinds)[number];

const Both = z.strictObject({ zh: z.string(), en: z.string() });
const Authority = z.strictObject({
  name: Both,
  address: Both,
  phone: z.string().nullable(),
  term: z.int(),
});
const months = z.array(z.strictObject({ month: z.string(), fen: z.int() }));

/** All that a letter tells, as values: money in fen, days as text. What a kind does not speak of is null. */
export const LetterValues = z.strictObject({
  number: z.string(),
  kind: z.enum(letterKinds),
  madeOn: z.string(),
  caseNumber: z.string(),
  submittedOn: z.string(),
  applicant: z.string(),
  venture: z.strictObject({ number: z.string(), name: z.string() }),
  park: z.strictObject({ number: z.string(), name: Both, phone: z.string().nullable() }),
  policy: z.strictObject({ code: z.string(), version: z.int(), name: Both, source: Both }),
  facts: Facts.nullable(),
  findings: z.array(
    z.strictObject({ id: z.string(), clause: z.string().nullable(), held: z.boolean() }),
  ),
  /** What is granted, and what is taken back, by calendar month. */
  months,
  taken: months,
  /** What was asked for and is not given, in fen; null where the letter refuses nothing. */
  refused: z.int().nullable().default(null),
  /** What the decision gives otherwise than was asked for, and the facts that were corrected; null where nothing was. */
  difference: z
    .strictObject({
      asked: z.int(),
      given: z.int(),
      rows: z.array(
        z.strictObject({
          fact: Both,
          was: Both,
          to: Both,
          clauses: z.array(z.string()),
          basis: Both,
          note: z.string(),
        }),
      ),
    })
    .nullable()
    .default(null),
  /** The clauses that an act rests on which no assessment was made for. */
  clauses: z.array(z.string()).default([]),
  /** A code of reasons.ts, or of endReasons. */
  reason: z.string(),
  note: z.string(),
  /** What is to be corrected. */
  items: z.array(Both),
  dueOn: z.string().nullable(),
  determineBy: z.string().nullable(),
  /** Whether `dueOn` or `determineBy` was counted without the notice of its year's holidays. */
  isProvisional: z.boolean().default(false),
  /** Until when reconsideration can be asked for, and in how many working days; null where it cannot. */
  reconsider: z
    .strictObject({
      until: z.string().nullable(),
      days: z.int(),
      isProvisional: z.boolean().default(false),
      /** Whether the term begins only with the decision of a reconsideration that is under way. */
      isAfter: z.boolean().default(false),
    })
    .nullable(),
  /** Of a reconsideration: what else of the case can be reconsidered now, and until when. */
  other: z
    .strictObject({
      of: z.enum(['granted', 'ended']),
      until: z.string(),
      days: z.int(),
      isProvisional: z.boolean(),
    })
    .nullable()
    .default(null),
  /** Until when, that day not included, what it gives is on public notice first; null where it holds at once. */
  noticeTo: z.string().nullable().default(null),
  /**
   * What the law gives against it, as it was on the day, with the days after a decision on administrative reconsideration;
   * null in a letter that takes nothing away, and in those of before December 2026.
   */
  law: z
    .strictObject({
      review: Authority.nullable(),
      court: Authority.nullable(),
      afterReview: z.int(),
    })
    .nullable()
    .default(null),
  /** Of a reconsideration: what was decided, and on what. */
  outcome: z.enum(['uphold', 'overturn', 'restore', 'amend']).nullable(),
  of: z.enum(['refused', 'revoked', 'granted', 'ended']).nullable(),
  waiver: z
    .strictObject({ number: z.string(), beganOn: z.string(), termEndOn: z.string() })
    .nullable(),
  /** The first day that a waiver no longer covers. */
  endedOn: z.string().nullable(),
  /** Who sends it, its document number and the code by which its paper is checked; null in those of before that. */
  issuer: z
    .strictObject({
      by: z.enum(['bureau', 'county', 'park']),
      office: Both,
      document: z.string().nullable(),
      check: z.string(),
    })
    .nullable()
    .default(null),
});
export type LetterValues = z.output<typeof LetterValues>;

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.strictObject({
    kind: z.literal('table'),
    caption: z.string(),
    heads: z.array(z.string()),
    /** The columns that hold amounts. */
    numeric: z.array(z.boolean()),
    rows: z.array(z.array(z.string())),
    foot: z.array(z.string()).nullable(),
  }),
]);
export type Block = z.output<typeof Block>;

/** A letter in one language, word for word. */
export const LetterText = z.strictObject({
  office: z.string(),
  title: z.string(),
  number: z.string(),
  to: z.string(),
  blocks: z.array(Block),
  signed: z.string(),
  date: z.string(),
  /** What the second form and later ones have beside: the document number, the place of the seal, and how the paper is checked. */
  document: z.string().nullable().default(null),
  seal: z.string().nullable().default(null),
  check: z.string().nullable().default(null),
});
export type LetterText = z.output<typeof LetterText>;

/** What is kept of a letter: its values, its words in both languages, and the form that they are set in. */
export const LetterContent = z.strictObject({
  form: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  values: LetterValues,
  text: z.strictObject({ zh: LetterText, en: LetterText }),
});
export type LetterContent = z.output<typeof LetterContent>;
