import type { Identity } from './identities.js';
import {
  difference,
  exactly,
  isAtMost,
  isWiderThanOne,
  overlap,
  quotient,
  type Range,
  sum,
  wholeNumbersIn,
} from './ranges.js';

/** Inconsistent: the numbers cannot all be true at once. Undecidable: nothing printed could contradict them. */
export type Agreement = 'consistent' | 'inconsistent' | 'undecidable';
export type Reason =
  | 'overlap'
  | 'apart'
  | 'always-below'
  | 'never-below'
  | 'may-be-below'
  | 'one-whole'
  | 'no-whole'
  | 'any-whole'
  | 'nothing-printed'
  | 'rises'
  | 'may-not-rise'
  | 'does-not-rise';

export type Judgement = {
  agreement: Agreement;
  reason: Reason;
  /** The codes of the numbers that go in, in the order of the arithmetic. */
  from: string[];
  /** What comes out of them; null where they are compared as they are. */
  derived: { range: Range; isPercent: boolean } | null;
  /** The printed number that it is compared with. */
  against: string | null;
};

/** What each number can stand for, by its code. */
export type Printed = (code: string) => Range;

/** Judges one identity by interval arithmetic on exact fractions. */
export function judgeIdentity(identity: Identity, printed: Printed): Judgement {
  switch (identity.kind) {
    case 'share':
      return judgeShare(identity, printed);
    case 'at-most':
      return judgeAtMost(identity, printed);
    case 'growth': {
      const rate = sum(exactly(1n), printed(identity.growth));
      return judgeCount([identity.now, identity.growth], quotient(printed(identity.now), rate));
    }
    case 'target':
      return judgeCount(
        [identity.done, identity.rate],
        quotient(printed(identity.done), printed(identity.rate)),
      );
    case 'rise':
      return judgeRise(identity, printed);
    case 'same': {
      const { figure, caption } = identity;
      const from = { from: [figure], derived: null, against: caption };
      return { ...from, ...meeting(printed(figure), printed(caption)) };
    }
  }
}

type Of<K extends Identity['kind']> = Extract<Identity, { kind: K }>;

const meeting = (a: Range, b: Range) =>
  overlap(a, b)
    ? ({ agreement: 'consistent', reason: 'overlap' } as const)
    : ({ agreement: 'inconsistent', reason: 'apart' } as const);

function judgeShare({ part, whole, share }: Of<'share'>, printed: Printed): Judgement {
  const range = quotient(printed(part), printed(whole));
  const out = { from: [part, whole], derived: { range, isPercent: true }, against: share };
  if (share === null) return { ...out, agreement: 'undecidable', reason: 'nothing-printed' };
  return { ...out, ...meeting(range, printed(share)) };
}

function judgeAtMost({ less, more }: Of<'at-most'>, printed: Printed): Judgement {
  const out = { from: [less], derived: null, against: more };
  const holds = isAtMost(printed(less), printed(more));
  if (holds === null) return { ...out, agreement: 'undecidable', reason: 'may-be-below' };
  return holds
    ? { ...out, agreement: 'consistent', reason: 'always-below' }
    : { ...out, agreement: 'inconsistent', reason: 'never-below' };
}

/** A count worked back to, which nobody printed: it is whole, and a narrow enough range can say that it is not. */
function judgeCount(from: string[], range: Range): Judgement {
  const out = { from, derived: { range, isPercent: false }, against: null };
  if (isWiderThanOne(range)) return { ...out, agreement: 'undecidable', reason: 'any-whole' };
  return wholeNumbersIn(range)
    ? { ...out, agreement: 'consistent', reason: 'one-whole' }
    : { ...out, agreement: 'inconsistent', reason: 'no-whole' };
}

function judgeRise({ before, after }: Of<'rise'>, printed: Printed): Judgement {
  const range = difference(printed(after), printed(before));
  const out = { from: [after, before], derived: { range, isPercent: false }, against: null };
  const isNone = isAtMost(range, exactly(0n));
  if (isNone === null) return { ...out, agreement: 'undecidable', reason: 'may-not-rise' };
  return isNone
    ? { ...out, agreement: 'inconsistent', reason: 'does-not-rise' }
    : { ...out, agreement: 'consistent', reason: 'rises' };
}
