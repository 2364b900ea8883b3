import { z } from 'zod';
import { casesOnAPage } from './queue-queries.js';

/** Several of something, at most as many as stand on a page of the queue. */
export const several = <S extends z.ZodType>(item: S) =>
  z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(item).max(casesOnAPage),
  );

export const caseNumber = z.string().regex(/^A\d{4}-\d{6}$/);

/** A case with the version that was looked at: A2026-000001.3 */
export const seenCase = z
  .string()
  .regex(/^A\d{4}-\d{6}\.\d{1,9}$/)
  .transform((text) => {
    const [of = '', version = ''] = text.split('.');
    return { number: of, version: Number(version) };
  });
