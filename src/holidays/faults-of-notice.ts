import { addDays, type Day, daysBetween, today } from '../calendar/days.js';
import { isWeekend } from '../calendar/working-days.js';
import type { Fault } from '../language/refusal.js';
import type { Notice, Spell } from './enter-notice.js';
import { type Holiday, holidays } from './holidays.js';

/** The longest holiday there has been was ten days (Spring Festival 2020). */
const longest = 12;
/** How far into the years beside its own a notice's days may lie. */
const daysBeside = 31;

/** What in a notice cannot be right, by the field: each is a slip of who typed it. `at` is when it is entered. */
export function faultsOfNotice(notice: Notice, at: Date): Fault[] {
  const on = today(at);
  const thisYear = Number(on.slice(0, 4));
  return [
    ...(Math.abs(notice.year - thisYear) > 1
      ? [{ field: 'year', key: 'holidays.fault.year' as const }]
      : []),
    ...(notice.documentNumber === '' && notice.link === ''
      ? [{ field: 'documentNumber', key: 'holidays.fault.source' as const }]
      : []),
    ...(notice.issuedOn > on ? [{ field: 'issuedOn', key: 'calendar.in-future' as const }] : []),
    ...notice.holidays.flatMap((spell) => spellFaults(spell, notice)),
    ...overlapFaults(notice.holidays),
    ...workedFaults(notice),
  ];
}

/** One fault at most for a holiday: the first that is found is what to mend. */
function spellFaults({ holiday, from, to }: Spell, { year }: Notice): Fault[] {
  const window = windowOf(holiday, year);
  if (to < from) return [{ field: `${holiday}-to`, key: 'holidays.fault.order' }];
  if (daysBetween(from, to) >= longest)
    return [{ field: `${holiday}-to`, key: 'holidays.fault.long', values: { n: longest } }];
  if (from < window.from || from > window.to)
    return [{ field: `${holiday}-from`, key: 'holidays.fault.season' }];
  if (to > window.to) return [{ field: `${holiday}-to`, key: 'holidays.fault.season' }];
  const misses = window.includes !== null && (window.includes < from || window.includes > to);
  return misses ? [{ field: `${holiday}-from`, key: 'holidays.fault.misses' }] : [];
}

function windowOf(holiday: Holiday, year: number) {
  const { from, to, includes } = holidays[holiday];
  return {
    from: `${from > to ? year - 1 : year}-${from}`,
    to: `${year}-${to}`,
    includes: includes && `${year}-${includes}`,
  };
}

/** Two holidays that are given together (国庆节、中秋节) have the very same days; else no day is off twice. */
function overlapFaults(spells: Spell[]): Fault[] {
  return spells.flatMap((spell, i) => {
    const others = spells.slice(0, i);
    const isTwice = others.some(
      ({ from, to }) =>
        spell.from <= to && from <= spell.to && !(from === spell.from && to === spell.to),
    );
    return isTwice
      ? [{ field: `${spell.holiday}-from`, key: 'holidays.fault.twice' as const }]
      : [];
  });
}

function workedFaults({ worked, holidays: spells, year }: Notice): Fault[] {
  const [first, last] = [
    addDays(`${year}-01-01`, -daysBeside),
    addDays(`${year}-12-31`, daysBeside),
  ];
  const keyOf = (day: Day, i: number) => {
    if (day < first || day > last) return 'holidays.fault.outside' as const;
    if (worked.indexOf(day) !== i) return 'holidays.fault.worked-twice' as const;
    if (!isWeekend(day)) return 'holidays.fault.weekday' as const;
    const isOff = spells.some(({ from, to }) => from <= day && day <= to);
    return isOff ? ('holidays.fault.both' as const) : null;
  };
  for (const [i, day] of worked.entries()) {
    const key = keyOf(day, i);
    if (key !== null) return [{ field: 'worked', key, values: { day: { day } } }];
  }
  return [];
}
