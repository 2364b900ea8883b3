import type { Reads } from '../../database/database.js';
import { time } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { personHref } from '../../people/kept-person.js';
import { venturesInScope } from '../../people/scope.js';
import type { Viewer } from '../../people/viewer.js';
import { canMergePeople, keptPeople } from '../merging/permissions.js';
import type { LikelyPeople } from './likely-people.js';
import type { PeopleDistinction } from './people-distinctions.js';

type Line = { number: string; name: string; ventures: string };
type Pair = { firstId: number; secondId: number };

/** People who may be one as lines: who they are, by what they look like one, and what the viewer may do about it. */
export async function presentPeoplePairs(
  reads: Reads,
  viewer: Viewer,
  pairs: readonly LikelyPeople[],
  voice: Voice,
) {
  const { lines, mayOn } = await linesOf(reads, viewer, pairs, voice);
  return pairs.map(({ firstId, secondId, by }) => {
    const [first, second] = [lines.get(firstId), lines.get(secondId)];
    const href = first ? personHref(first) : '';
    const isKept = mayOn({ firstId, secondId });
    return {
      name: `${first?.number ?? ''} ${first?.name ?? ''}`,
      first: sideOf(first),
      second: sideOf(second),
      reasons: by
        .map((likeness) => voice.say(`persons.doubles.${likeness}`))
        .join(voice.lang === 'zh' ? '；' : '; '),
      mergeHref: isKept ? `${href}/merge?with=${second?.number ?? ''}` : null,
      distinctHref: isKept ? `${href}/distinction?with=${second?.number ?? ''}` : null,
    };
  });
}

/** Those who were told apart, as lines. */
export async function presentPeopleDistinctions(
  reads: Reads,
  viewer: Viewer,
  pairs: readonly PeopleDistinction[],
  voice: Voice,
) {
  const { lines, mayOn } = await linesOf(reads, viewer, pairs, voice);
  return pairs.map(({ id, first, second, reason, decidedAt, decidedBy, ...pair }) => ({
    name: `${first.number} ${first.name}`,
    first: sideOf(lines.get(first.id)),
    second: sideOf(lines.get(second.id)),
    reason,
    by: decidedBy?.name ?? voice.say('history.system'),
    at: time(decidedAt, voice.lang),
    withdrawAction: mayOn(pair) ? `/people/doubles/${id}/withdrawal` : null,
  }));
}

const sideOf = (line: Line | undefined) => ({
  href: line ? personHref(line) : null,
  name: line ? `${line.number} ${line.name}` : null,
  park: line?.ventures ?? '',
});

/** Each person with the ventures that the viewer sees, and whether the viewer keeps all of both of a pair. */
async function linesOf(reads: Reads, viewer: Viewer, pairs: readonly Pair[], { say }: Voice) {
  const ids = [...new Set(pairs.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
  const people = await reads.person.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      number: true,
      name: true,
      roles: {
        where: { venture: venturesInScope(viewer) },
        select: { venture: { select: { number: true, name: true } } },
        orderBy: { id: 'asc' },
      },
    },
  });
  const kept = await keptPeople(reads, ids);
  const lines = people.map(({ id, number, name, roles }): [number, Line] => {
    const ventures = [...new Set(roles.map(({ venture }) => `${venture.number} ${venture.name}`))];
    const text = ventures.length === 0 ? say('persons.doubles.no-venture') : ventures.join('、');
    return [id, { number, name, ventures: text }];
  });
  const mayOn = ({ firstId, secondId }: Pair): boolean =>
    canMergePeople(
      viewer,
      kept.filter(({ personId }) => personId === firstId || personId === secondId),
    );
  return { lines: new Map(lines), mayOn };
}
