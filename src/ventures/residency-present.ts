import { day } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { spaceLabel } from '../parks/space-names.js';
import type { Frame } from '../web/frame.js';
import type { VentureWithStays } from './find-venture.js';
import { endReasons } from './kinds.js';
import type { ParkChoice } from './residency-queries.js';

/** A park as people call it. */
export const parkName = (park: { nameZh: string; nameEn: string }, lang: Lang): string =>
  lang === 'zh' ? park.nameZh : park.nameEn;

export const parkOptions = (parks: ParkChoice[], lang: Lang) =>
  parks.map((park) => ({
    value: String(park.id),
    label: `${park.number} ${parkName(park, lang)}`,
  }));

export const ventureHref = (venture: { number: string }): string => `/ventures/${venture.number}`;

/** What stands above every form about a venture. */
export function aboutVenture(venture: { number: string; name: string }, say: Say) {
  const href = ventureHref(venture);
  return {
    over: `${venture.number} ${venture.name}`,
    crumbs: [
      { href: '/ventures', label: say('ventures.all') },
      { href, label: `${venture.number} ${venture.name}` },
    ],
    back: href,
  };
}

/** Where a venture is now, in words: its park and since when. */
export function nowIn(venture: VentureWithStays, lang: Lang) {
  const open = venture.residencies.find((stay) => stay.endedOn === null);
  if (!open) throw new Error(`${venture.number} is in no park`);
  return {
    residencyId: String(open.id),
    values: { park: parkName(open.park, lang), day: day(open.beganOn, lang) },
  };
}

export function endReasonOptions(say: Say) {
  return endReasons.map((reason) => ({
    value: reason,
    label: say(`ventures.end-reason.${reason}`),
    hint: say(`ventures.end.${reason}-hint`),
  }));
}

/** What leaving the park takes along, or null where nothing is let. */
export function endingTenancies(
  tenancies: { space: { number: string; name: string } }[],
  { say, lang }: Pick<Frame, 'say' | 'lang'>,
): string | null {
  if (tenancies.length === 0) return null;
  const names = tenancies.map(({ space }) => spaceLabel(space, lang));
  return say('ventures.ends-tenancies', { spaces: names.join(lang === 'zh' ? '、' : ', ') });
}
