/** What whoever reads the terminal can mend: told in its own words, without a stack. */
export class Told extends Error {}

/** A command that was not understood, or that makes no sense as things stand. */
export class Misuse extends Told {}

/** Reads the arguments of a command. @throws Misuse with what is wrong with them, and how it is used */
export function understood<T>(usage: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Misuse(`${(error as Error).message}\n${usage}`);
  }
}
