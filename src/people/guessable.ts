import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** What is read of a password: beyond this its length is enough, and the time to judge it grows. */
const mostRead = 40;
/** zxcvbn's score from 0 to 4; 2 takes about a hundred million guesses, with which sign-in limits are no risk. */
const leastScore = 2;

let judge: Promise<ZxcvbnFactory> | null = null;

/** The lists of common passwords are read when the first password is chosen, not at each start. */
function judged(): Promise<ZxcvbnFactory> {
  judge ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }]) =>
      new Factory({ dictionary, graphs: adjacencyGraphs }),
  );
  return judge;
}

/**
 * Whether a password stands in the lists that are tried first, or is made of a row of keys, a count, or somebody's name.
 * @param names what whoever guesses would know: the username or the phone
 */
export async function isGuessable(password: string, names: string[]): Promise<boolean> {
  const { score } = (await judged()).check([...password].slice(0, mostRead).join(''), names);
  return score < leastScore;
}
