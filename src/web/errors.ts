import type { Fault } from '../language/refusal.js';
import type { WordKey, WordValues } from '../language/say.js';

/** An answer other than success, with words for whoever asked. */
export class HttpProblem extends Error {
  override name = 'HttpProblem';
  constructor(
    readonly status: number,
    /** Says more than the status alone. */
    readonly key: WordKey | null = null,
    readonly headers: Record<string, string> = {},
    readonly values: WordValues = {},
  ) {
    super(key ?? `HTTP ${status}`);
  }
}

export class BadRequest extends HttpProblem {
  constructor(key: WordKey | null = null) {
    super(400, key);
  }
}

/**
 * What an address asks for that cannot be read, or is none of its page's; a page is then shown as its form alone.
 * @param askedBy the page whose form asks for this one, where it has none itself
 */
export class WrongQuery extends BadRequest {
  constructor(
    readonly faults: Fault[],
    readonly askedBy: string | null = null,
  ) {
    super('web.query.unknown');
  }
}

export class Forbidden extends HttpProblem {
  constructor(key: WordKey | null = null) {
    super(403, key);
  }
}

export class NotFound extends HttpProblem {
  constructor(key: WordKey | null = null, values: WordValues = {}) {
    super(404, key, {}, values);
  }
}

/** Refuses what the viewer may not do; the page asks the same question before it shows the button. */
export function allow(isAllowed: boolean, key: WordKey | null = null): void {
  if (!isAllowed) throw new Forbidden(key);
}

/** What a query found. @throws NotFound for nothing: absent, or not in the viewer's sight */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new NotFound();
  return thing;
}
