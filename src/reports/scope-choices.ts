import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { countyOf } from '../ledger/counties.js';
import { parksOn } from '../ledger/parks-on.js';
import { widestScope } from '../ledger/seen-scope.js';
import type { Viewer } from '../people/viewer.js';
import { parksInSight } from '../ventures/park-choices.js';

/**
 * The scopes that the viewer can choose: all of the own sight, the counties in it that are seen whole and have parks on a
 * day, each park.
 */
export async function scopeChoices(reads: Reads, viewer: Viewer, voice: Voice, day: Day) {
  const { say, lang } = voice;
  const parks = parksInSight(viewer, await parksOn(reads, day));
  const widest = widestScope(viewer);
  const name = (of: { nameZh: string; nameEn: string }) => (lang === 'zh' ? of.nameZh : of.nameEn);
  const counties = new Map(
    parks.map(({ region }) => [
      countyOf(region),
      region.parent?.code === countyOf(region) ? region.parent : region,
    ]),
  );
  const all = {
    value: widest,
    label: widest.startsWith('region:')
      ? name(
          counties.get(viewer.regionCode ?? '') ?? {
            nameZh: say('ledger.whole.mine'),
            nameEn: say('ledger.whole.mine'),
          },
        )
      : say(widest === 'mine' ? 'ledger.whole.mine' : 'ledger.whole.network'),
  };
  return [
    all,
    ...(widest === 'network'
      ? [...counties].map(([code, county]) => ({ value: `region:${code}`, label: name(county) }))
      : []),
    ...parks.map((park) => ({
      value: `park:${park.number}`,
      label: `${park.number} ${name(park)}`,
    })),
  ];
}
