import type { Day } from '../calendar/days.js';
import { area, day } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Cells } from '../web/list-table.js';
import { type SpaceKind, spaceKinds } from './add-spaces.js';
import { islandName, villageName } from './place-names.js';
import { type Option, stateText } from './present.js';
import { rentText } from './present-rents.js';
import type { ParkRow } from './queries.js';
import type { spaceColumns } from './space-columns.js';
import { nameLang, spaceName } from './space-names.js';
import type { SpaceRow } from './space-queries.js';
import { isPastTerm, type SpaceState } from './space-states.js';

/** Where a space is. The English name of the park's own village is the one that was entered. */
export function placeText(
  of: { island: string; village: string },
  park: Pick<ParkRow, 'villageZh' | 'villageEn'>,
  { say, lang }: Voice,
): string {
  return say('parks.place', {
    island: islandName(of.island, lang),
    village: villageIn(of, park, lang),
  });
}

export function villageIn(
  { village }: { village: string },
  park: Pick<ParkRow, 'villageZh' | 'villageEn'>,
  lang: Lang,
): string {
  const isSeat = lang === 'en' && village === park.villageZh;
  return isSeat ? park.villageEn : villageName(village, lang);
}

/** An area in words. @param hundredths of a square metre */
export const squareMetres = (hundredths: number, { say, lang }: Voice): string =>
  say('parks.square-metres', { area: area(hundredths, lang) });

const tones = { free: 'sea', let: null, 'held-over': 'heed' } as const;

/** The state of a space as a tag. */
export const stateTag = (state: SpaceState, say: Say) => ({
  label: stateText(state, say),
  tone: tones[state],
});

/** A free space as anyone may see it. */
export function presentFreeSpace(
  space: Pick<SpaceRow, 'number' | 'name' | 'kind' | 'village' | 'island' | 'area'>,
  park: ParkRow,
  voice: Voice,
) {
  const { say, lang } = voice;
  const name = spaceName(space.name, lang);
  return {
    number: space.number,
    name,
    nameLang: nameLang(name, lang),
    kind: kindText(space.kind, say),
    place: placeText(space, park, voice),
    area: squareMetres(space.area, voice),
  };
}

/** A space under the columns of its list, with who uses it on the day, for those who keep or review the register. */
export function presentSpace(
  space: SpaceRow,
  { park, asOf, canWrite }: { park: ParkRow; asOf: Day; canWrite: boolean },
  voice: Voice,
): Cells<typeof spaceColumns> {
  const { say, lang } = voice;
  // On an earlier day it may have been in another park than it is kept in now.
  const here = `/parks/${space.park.number}/spaces/${space.number}`;
  const { number, name, kind, place, area } = presentFreeSpace(space, park, voice);
  const edit = { label: say('parks.space.edit-act'), of: number, isLink: true };
  return {
    number: {
      text: number,
      href: `${here}?asOf=${asOf}`,
      act: canWrite ? Object.assign({ href: `${here}/edit` }, edit) : null,
    },
    name,
    kind,
    place,
    area,
    address: space.address,
    owner: space.owner,
    rent: { text: rentText(space.valuations, asOf, voice), href: `${here}/rents` },
    state: { tag: stateTag(space.state, say) },
    tenant: {
      items: space.tenancies.map((lease) => ({
        text: lease.venture.name,
        href: `/ventures/${lease.venture.number}`,
        small: [
          say('parks.spaces.since', { day: day(lease.beganOn, lang) }),
          ...(lease.area === space.area ? [] : [squareMetres(lease.area, voice)]),
          // Where no lease is within its term, the state of the space says so already.
          ...(space.state === 'let' && isPastTerm(lease, asOf)
            ? [stateText('held-over', say)]
            : []),
        ].join(' '),
      })),
    },
  };
}

export function kindText(kind: string, say: Say): string {
  const known = spaceKinds.find((value) => value === kind);
  if (!known) throw new Error(`no such kind of space: ${kind}`);
  return say(`parks.kind.${known satisfies SpaceKind}`);
}

export const kindOptions = (say: Say): Option[] =>
  spaceKinds.map((kind) => ({ value: kind, label: say(`parks.kind.${kind}`) }));
