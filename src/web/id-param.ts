import { NotFound } from './errors.js';

/** The id in an address. @throws NotFound where it is no positive whole number that can be one */
export function idParam(text: unknown): number {
  if (typeof text !== 'string' || !/^[1-9]\d{0,14}$/.test(text)) throw new NotFound();
  return Number(text);
}
