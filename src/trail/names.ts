import type { Reads } from '../database/database.js';
import { Kept } from '../database/kept.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { spaceLabel } from '../parks/space-names.js';
import { rulesOf } from '../policies/parsed-rules.js';
import type { EventRow } from './queries.js';

/** What records are called, by their ids or codes. */
export type Names = {
  accounts: Map<number, string>;
  parks: Map<number, string>;
  spaces: Map<number, string>;
  regions: Map<string, string>;
  people: Map<number, string>;
  policies: Map<string, string>;
  /** Versions of policies, by their own ids: what the policy is called in it, and which one it is. */
  versions: Map<number, string>;
};

/** Every page with a history asks for the same few. */
const accountNames = new Kept<{ id: number; name: string }[]>(['Account'], 500);
const regionNames = new Kept<{ code: string; nameZh: string; nameEn: string }[]>(['Region'], 1);
const parkNames = new Kept<{ id: number; nameZh: string; nameEn: string }[]>(['Park'], 1);

/** The names of what some events speak of. The number of statements does not depend on that of the events. */
export async function namesFor(reads: Reads, events: EventRow[], lang: Lang): Promise<Names> {
  const actorIds = [
    ...events.map((event) => event.actorId),
    ...valuesOf(events, 'requestedById'),
  ].filter(isId);
  const named = (row: { nameZh: string; nameEn: string }) =>
    lang === 'zh' ? row.nameZh : row.nameEn;
  const accounts = await accountNames.get(reads, [...new Set(actorIds)].sort().join(), () =>
    reads.account.findMany({
      where: { id: { in: [...new Set(actorIds)] } },
      select: { id: true, name: true },
    }),
  );
  const parks = await parkNames.get(reads, 'all', () =>
    reads.park.findMany({ select: { id: true, nameZh: true, nameEn: true } }),
  );
  const spaceIds = valuesOf(events, 'spaceId').filter(isId);
  const spaces =
    spaceIds.length === 0 ? [] : await reads.space.findMany({ where: { id: { in: spaceIds } } });
  const regions = await regionNames.get(reads, 'all', () =>
    reads.region.findMany({ select: { code: true, nameZh: true, nameEn: true } }),
  );
  const personIds = valuesOf(events, 'personId').filter(isId);
  const people =
    personIds.length === 0 ? [] : await reads.person.findMany({ where: { id: { in: personIds } } });
  const policies = await policyNames(reads, valuesOf(events, 'policyCode').filter(isCode), lang);
  const versions = await versionNames(
    reads,
    valuesOf(events, 'policyVersionId').filter(isId),
    lang,
  );
  return {
    accounts: new Map(accounts.map(({ id, name }) => [id, name])),
    parks: new Map(parks.map((park) => [park.id, named(park)])),
    spaces: new Map(spaces.map((space) => [space.id, spaceLabel(space, lang)])),
    regions: new Map(regions.map((region) => [region.code, named(region)])),
    people: new Map(people.map((person) => [person.id, `${person.number} ${person.name}`])),
    policies,
    versions,
  };
}

/** What policies are called in their newest versions. */
async function policyNames(
  reads: Reads,
  codes: string[],
  lang: Lang,
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const versions = await reads.policyVersion.findMany({
    where: { policy: { code: { in: codes } }, beganOn: { not: null } },
    select: { rules: true, policy: { select: { code: true } } },
    orderBy: { number: 'asc' },
  });
  return new Map(versions.map(({ rules, policy }) => [policy.code, rulesOf(rules).name[lang]]));
}

/** What versions are called: the policy as it is named in them, and their number. */
async function versionNames(reads: Reads, ids: number[], lang: Lang): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const versions = await reads.policyVersion.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true, rules: true },
  });
  const say = makeSay(lang);
  return new Map(
    versions.map(({ id, number, rules }) => [
      id,
      say('history.policy-version', { name: rulesOf(rules).name[lang], n: number }),
    ]),
  );
}

/** The values of a detail in some events, in pairs or inside `before` and `after` too. */
function valuesOf(events: EventRow[], name: string): unknown[] {
  const values = events.flatMap(({ detail }) => {
    const { before, after, ...rest } = detail as Record<string, unknown>;
    return [rest, before, after].flatMap((part) => (part as typeof rest | undefined)?.[name]);
  });
  return [...new Set(values)];
}

const isId = (value: unknown): value is number => typeof value === 'number';
const isCode = (value: unknown): value is string => typeof value === 'string';
