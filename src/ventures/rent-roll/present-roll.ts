import { monthOf } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { area, day, month, number, yuan } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { totalsAddress } from '../../ledger/forms.js';
import { spaceName } from '../../parks/space-names.js';
import type { Viewer } from '../../people/viewer.js';
import type { Cells } from '../../web/list-table.js';
import { canWriteInPark } from '../permissions.js';
import { basisText } from '../present-basis.js';
import { parkName } from '../residency-present.js';
import type { RollInView } from './asked-roll.js';
import type { RollLine, RollTotals } from './find-roll.js';
import type { rollColumns } from './roll-columns.js';
import { leaseStates, type RollFilter, reliefKinds, rollAddress } from './roll-filter.js';

const tones = { let: 'go', 'held-over': 'heed', over: 'quiet' } as const;
const money = (fen: number | null, { lang }: Voice): string =>
  fen === null ? '—' : yuan(fen, lang);

/** A lease of the roll under its columns, with where the next one is made for who keeps its park. */
export function presentRollLine(
  line: RollLine,
  { parkOf, asOf }: RollInView,
  viewer: Viewer,
  voice: Voice,
): Cells<typeof rollColumns> {
  const { say, lang } = voice;
  const park = parkOf.get(line.parkId);
  if (!park) throw new Error(`there is no park of lease ${line.id}`);
  const space = `${line.spaceNumber} ${spaceName(line.spaceName, lang)}`;
  const runs = line.rent !== null;
  const isRenewable = line.endedOn === null || line.endedOn > asOf;
  return {
    space: {
      text: space,
      href: `/parks/${park.number}/spaces/${line.spaceNumber}`,
      small: `${say('ventures.page.area', { area: area(line.area, lang) })} · ${parkName(park, lang)}`,
    },
    park: `${park.number} ${parkName(park, lang)}`,
    venture: {
      text: line.ventureName,
      href: `/ventures/${line.ventureNumber}`,
      small: line.ventureNumber,
    },
    contract: line.contractNumber || null,
    area: area(line.area, lang),
    began: day(line.beganOn, lang),
    end: {
      text: day(lastDayOf(line.endedOn ?? line.termEndOn), lang),
      href: `/tenancies/${line.id}`,
      act:
        isRenewable && line.state !== 'over' && canWriteInPark(viewer, line.parkId)
          ? {
              href: `/tenancies/${line.id}/renewal`,
              label: say('ventures.renewal.act'),
              of: space,
              isLink: true,
            }
          : null,
    },
    state: {
      tag: { label: say(`ventures.roll.state.${line.state}`), tone: tones[line.state] },
      items:
        line.noticeFor === null
          ? []
          : [
              {
                text: say('ventures.notice.short', { last: day(lastDayOf(line.noticeFor), lang) }),
              },
            ],
    },
    market:
      runs && line.market === null ? say('parks.space.rent-unknown') : money(line.market, voice),
    rent: money(line.rent, voice),
    forgone: money(line.forgone, voice),
    waived: money(line.waived, voice),
    basis: {
      text: basisText(line, voice),
      items: line.cases.map((of) => ({ text: of, href: `/waivers/${of}` })),
    },
  };
}

/** The sums under the roll. Those of relief lead to the measure's own total where the roll is of a whole scope. */
export function presentRollTotals(
  totals: RollTotals,
  view: RollInView,
  voice: Voice,
): Partial<Cells<typeof rollColumns>> {
  const { say, lang } = voice;
  const { asOf } = view;
  const scope = scopeOf(view.filter);
  const sum = (measure: 'rent-forgone' | 'waived-rent', fen: number) => ({
    text: money(fen, voice),
    href: scope === null ? null : totalsAddress({ measure, scope, asOf, month: monthOf(asOf) }),
  });
  return {
    space: {
      text: say('ventures.roll.total'),
      small: say('ventures.page.area', { area: area(totals.area, lang) }),
    },
    venture: say('ventures.roll.leases', {
      running: number(totals.running, lang),
      other: number(totals.leases - totals.running, lang),
    }),
    area: area(totals.area, lang),
    market: money(totals.market, voice),
    rent: money(totals.rent, voice),
    forgone: sum('rent-forgone', totals.forgone),
    waived: sum('waived-rent', totals.waived),
  };
}

/** How many market rents are not in the sum. */
export const unknownText = ({ known, running }: RollTotals, { say }: Voice): string | null =>
  known < running ? say('ventures.roll.unknown', { n: running - known }) : null;

/** The scope whose total the roll's sums are; null where a choice leaves leases out. */
function scopeOf({ q, park, region, state, relief, ends }: RollFilter): string | null {
  if (q !== '' || state !== null || relief !== null || ends !== null) return null;
  if (park !== null) return region === null ? `park:${park}` : null;
  return region === null ? 'mine' : `region:${region}`;
}

export function rollChoices({ parks }: RollInView, { say, lang }: Voice) {
  const regions = new Map(
    parks.map(({ region }) => [region.code, { value: region.code, label: parkName(region, lang) }]),
  );
  return {
    parks: parks.map((park) => ({
      value: park.number,
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    regions: [...regions.values()],
    states: leaseStates.map((value) => ({ value, label: say(`ventures.roll.state.${value}`) })),
    reliefs: reliefKinds.map((value) => ({ value, label: say(`ventures.roll.relief.${value}`) })),
  };
}

type Choice = { name: keyof RollFilter; label: string; value: string };

function choicesIn(filter: RollFilter, { say, lang }: Voice): Choice[] {
  const { q, park, region, state, relief, ends, asOf } = filter;
  const fields: [Choice['name'], string, string | null][] = [
    ['q', say('ventures.roll.search'), q || null],
    ['park', say('ventures.field.park'), park],
    ['region', say('ventures.field.region'), region],
    ['state', say('ventures.roll.state'), state && say(`ventures.roll.state.${state}`)],
    ['relief', say('ventures.roll.relief'), relief && say(`ventures.roll.relief.${relief}`)],
    ['ends', say('ventures.roll.ends'), ends && month(ends, lang)],
    ['asOf', say('history.field.as-of'), asOf && day(asOf, lang)],
  ];
  return fields.flatMap(([name, label, value]) => (value === null ? [] : [{ name, label, value }]));
}

export const rollFilterText = (filter: RollFilter, voice: Voice): string[] =>
  choicesIn(filter, voice).map(({ label, value }) => `${label} ${value}`);

/** What was chosen, each with the roll that it leads to without it. */
export const chosenInRoll = (filter: RollFilter, voice: Voice) =>
  choicesIn(filter, voice).map(({ name, label, value }) => ({
    text: voice.say('components.chosen-text', { label, value }),
    href: rollAddress('/rent-roll', Object.assign({}, filter, { [name]: null, page: 1 })),
  }));
