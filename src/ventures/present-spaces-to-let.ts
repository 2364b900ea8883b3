import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { area, day as dayText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { areaOn } from '../parks/area-let.js';
import { villageName } from '../parks/place-names.js';
import { rentText } from '../parks/present-rents.js';
import { spaceName } from '../parks/space-names.js';
import type { SpaceToLet } from './tenancy-queries.js';

/** The spaces of a park to choose from, those with room on the day first; each says what is let of it. */
export function spaceOptions(spaces: SpaceToLet[], now: Day, voice: Voice) {
  const options = spaces.map((space) => ({
    value: String(space.id),
    label: [labelOf(space, now, voice), takenText(space, now, voice)].filter(Boolean).join(' · '),
    isFull: freeArea(space, now) <= 0,
  }));
  return [...options.filter(({ isFull }) => !isFull), ...options.filter(({ isFull }) => isFull)];
}

const freeArea = (space: SpaceToLet, now: Day): number =>
  space.area - areaOn(space.tenancies.map(taken), now);

const taken = ({ beganOn, endedOn, area }: SpaceToLet['tenancies'][number]) => ({
  beganOn,
  until: endedOn,
  area,
});

function labelOf(space: SpaceToLet, now: Day, { say, lang }: Voice): string {
  return say('ventures.let.space-label', {
    number: space.number,
    name: spaceName(space.name, lang),
    village: villageName(space.village, lang),
    area: area(space.area, lang),
    rent: rentText(space.valuations, now, { say, lang }),
  });
}

/** What is let of a space: how much of it, until when all of it, or from when it will be; null where nothing is. */
function takenText(space: SpaceToLet, now: Day, { say, lang }: Voice): string | null {
  const [first] = space.tenancies;
  if (!first) return null;
  const free = freeArea(space, now);
  if (free >= space.area)
    return say('ventures.let.space-from', { day: dayText(first.beganOn, lang) });
  if (free > 0)
    return say('ventures.let.space-part', {
      taken: area(space.area - free, lang),
      area: area(space.area, lang),
    });
  const isStaying = first.endedOn === null && first.termEndOn <= now;
  const last = lastDayOf(first.endedOn ?? first.termEndOn);
  return say(isStaying ? 'ventures.let.space-held-over' : 'ventures.let.space-until', {
    day: dayText(last, lang),
  });
}
