import type { Tx } from '../database/database.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { refuseUnless } from '../people/acting-viewer.js';
import { canEnterAuthorities } from './permissions.js';
import { type AuthorityRow, legalTerms } from './remedies.js';

export type AuthorityEntry = Omit<AuthorityRow, 'id'>;

const names = ['nameZh', 'nameEn', 'addressZh', 'addressEn'] as const;

/**
 * Says to whom one turns against what the bureau decides from a day on (行政复议机关, 管辖法院). Letters made before keep what
 * they said; of two entries for one day the later one holds.
 * @throws Forbidden but for the bureau; Refusal for a blank name or address, and a term below the law's own
 */
export async function enterAuthority(tx: Tx, by: Actor, input: AuthorityEntry): Promise<void> {
  await refuseUnless(tx, by, canEnterAuthorities);
  const { kind, fromOn, phone, term } = input;
  const least = legalTerms[kind];
  const blank = names
    .filter((name) => input[name].trim() === '')
    .map((field): Fault => ({ field, key: 'web.field.required' }));
  refuseIf([
    ...blank,
    term < least && { field: 'term', key: `about.remedies.least.${kind}`, values: { n: least } },
  ]);
  const city = await tx.region.findFirstOrThrow({ where: { kind: 'city' } });
  const words = Object.fromEntries(names.map((name) => [name, input[name].trim()])) as Pick<
    AuthorityEntry,
    (typeof names)[number]
  >;
  const row = Object.assign({ kind, fromOn, phone, term }, words);
  const entered = { regionCode: city.code, enteredAt: by.at, enteredById: by.accountId };
  const [id = 0] = await insertRowsForIds(tx, 'RemedyAuthority', [Object.assign({}, row, entered)]);
  recordEvent(tx, by, {
    verb: 'remedy-authority.entered',
    subjectKind: 'remedy-authority',
    subjectId: id,
    detail: Object.assign({ kind, fromOn, term }, words),
  });
}
