import { hash, verify } from '@node-rs/argon2';
import { HttpProblem } from '../web/errors.js';

/** OWASP's choice for argon2id: 19 MiB, two passes, one lane. */
const argon2id = 2; // the library's enum exists only as a type
const cost = { algorithm: argon2id, memoryCost: 19456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const mostWaiting = 200;

/** A hash of no password at all: a try for an account that is not there takes as long as any other. */
let decoy: Promise<string> | null = null;

let running = 0;
const waiting: (() => void)[] = [];

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost));
}

/** @param passwordHash null where there is no such account: false, after the same work */
export async function passwordMatches(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword('nobody');
  const against = passwordHash ?? (await decoy);
  const matches = await inTurn(() => verify(against, password.normalize('NFC')));
  return matches && passwordHash !== null;
}

/** Each hash takes 19 MiB and a core: two at a time, so that sign-ins cannot starve the rest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= mostWaiting) throw new HttpProblem(503, null, { 'Retry-After': '10' });
  if (running >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
