import { hash } from '@node-rs/argon2';

/**
 * A hash of a password that costs next to nothing to make and to check: a hash says by itself what it cost. What the site
 * makes by itself costs what it costs in earnest.
 */
export const lightHash = (password: string): Promise<string> =>
  hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
