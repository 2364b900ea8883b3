import type { Client } from './client.js';

/** The same question so often for one page is a question for each row of something. */
const mostAlike = 5;

/** Tells which pages ask one question again and again, of those that its clients open. */
export class Repeated {
  readonly found: string[] = [];
  #asked: string[] = [];

  /** To be told of each statement. */
  readonly onQuery = (text: string): void => {
    this.#asked.push(text);
  };

  /** @param isInPieces whether an address is made in pieces, of which each asks anew */
  watch(client: Client, isInPieces: (address: string) => boolean): void {
    const get = client.get.bind(client);
    client.get = async (address, headers) => {
      this.#asked = [];
      const answer = await get(address, headers);
      const { times, text } = mostAsked(this.#asked);
      if (times > mostAlike && !isInPieces(address))
        this.found.push(`${address}: ${times} times ${text.replace(/\s+/g, ' ').slice(0, 300)}`);
      return answer;
    };
  }
}

function mostAsked(texts: string[]): { times: number; text: string } {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [text = '', times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { times, text };
}
