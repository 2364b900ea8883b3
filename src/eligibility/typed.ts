import { yuan } from '../language/format.js';
import type { Typed } from '../web/forms.js';

/** The fields that have something in them. */
export const plain = (values: Record<string, string | string[] | null | undefined>): Typed =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | string[]] => !!entry[1]),
  );

/** Fen as one types yuan into a field. */
export const typedYuan = (fen: number | null | undefined): string | null =>
  fen === null || fen === undefined
    ? null
    : yuan(fen, 'en').replaceAll(',', '').replace(/\.00$/, '');
