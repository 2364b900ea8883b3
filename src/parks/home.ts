import type { Request, Response } from 'express';
import type { Day } from '../calendar/days.js';
import { month, number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { amountText } from '../ledger/amounts.js';
import { type Coverage, coverageByPark } from '../ledger/coverage.js';
import {
  isUnknown,
  type RentCoverage,
  rentCoverageText,
  sumRentCoverage,
} from '../ledger/rent-coverage.js';
import { type Levels, levelsByPark } from '../ledger/totals.js';
import { asOfDay, keepAsOf } from '../web/as-of.js';
import type { Deps } from '../web/deps.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { drawMap } from './map.js';
import { countVillages, sumPremises, type VillagePremises } from './premises.js';
import { asOfText, mapParks, presentParks } from './present.js';
import { listParks, type ParkRow } from './queries.js';

type HomeDeps = Deps & {
  premises: (day: Day) => Promise<VillagePremises[]>;
  rents: (day: Day) => Promise<Map<number, RentCoverage>>;
};

/** The public home: the programme, its three numbers, the parks on the schematic, how to join. */
export async function homePage(deps: HomeDeps, req: Request, res: Response): Promise<void> {
  const { db, clock } = deps;
  const asOf = asOfDay(req, clock);
  const voice = frameOf(res);
  const { say, lang } = voice;
  const parks = await listParks(db, asOf);
  const levels = await levelsByPark(db, asOf);
  const coverage = await coverageByPark(db, asOf);
  const ids = parks.map((park) => park.id);
  const villages = await deps.premises(asOf);
  const rents = sumRentCoverage(await deps.rents(asOf), ids);
  const rows = presentParks(parks, { levels, villages }, voice);
  const map = drawMap(mapParks(parks, lang), lang);
  page(res, 'parks/home', {
    title: say('parks.home.title'),
    form: formView(say, { asOf }),
    asOfText: asOfText(asOf, voice),
    coverage: coverageText(coverage.sum(ids), voice),
    figures: threeNumbers(levels, ids, voice),
    map: { ...map, marks: map.marks.map((mark) => ({ ...mark, href: keepAsOf(req, mark.href) })) },
    rows: rows.map((row) => ({ ...row, href: keepAsOf(req, row.href) })),
    rent: rentNumbers(levels, ids, rents, voice),
    rentCoverage: rentCoverageText(rents, voice),
    promises: promises(parks, villages, voice),
    steps: steps(voice),
    listHref: keepAsOf(req, '/parks'),
  });
}

function threeNumbers(levels: Levels, ids: number[], { say, lang }: Voice) {
  return (['parks', 'ventures', 'jobs'] as const).map((measure) => {
    const n = levels.sum(measure, ids);
    return {
      label: say(`parks.home.${measure}`),
      value: number(n, lang),
      unit: say(`parks.home.${measure}-unit`, { n }),
      ...(measure === 'jobs' ? { note: say('parks.home.jobs-note') } : {}),
    };
  });
}

/** 不收租金: who pays none on the day, and what was not paid since the beginning; null before the first. */
function rentNumbers(levels: Levels, ids: number[], rents: RentCoverage, { say, lang }: Voice) {
  const shown = ['rent-free', 'rent-forgone', 'waived-rent', 'rent-relief'] as const;
  const of = (measure: (typeof shown)[number]) => levels.sum(measure, ids);
  if (shown.every((measure) => of(measure) === 0)) return null;
  return shown.map((measure) => {
    const label = say(`ledger.measure.${measure}`);
    const isMissing = measure === 'rent-forgone' && of(measure) === 0 && isUnknown(rents);
    if (isMissing) return { label, value: say('parks.space.rent-unknown'), unit: '' };
    const unit = say(`ledger.unit.${measure}`, { n: of(measure) });
    return { label, value: amountText(measure, of(measure), lang), unit };
  });
}

/** How much of the jobs was reported; null while no venture owes a return. */
function coverageText(coverage: Coverage, { say, lang }: Voice): string | null {
  if (coverage.due === 0) return null;
  const { due, filed, carried } = coverage;
  return say('parks.home.coverage', { month: month(coverage.month, lang), due, filed, carried });
}

/** The four promises, each with the figure that this system computes for it, where it does. */
function promises(parks: ParkRow[], villages: VillagePremises[], { say }: Voice) {
  const { total, states, islands } = sumPremises(villages);
  const places = {
    total,
    free: states.free,
    leased: states.let,
    heldOver: states['held-over'],
    islands: islands.length,
    villages: countVillages(villages),
  };
  const phones = parks.filter((park) => park.phone !== null).length;
  const facts: Partial<Record<(typeof promiseKeys)[number], string>> = {
    'no-walls': total > 0 ? say('parks.home.no-walls-fact', places) : '',
    'no-blind-spot': phones > 0 ? say('parks.home.no-blind-spot-fact', { phones }) : '',
  };
  return promiseKeys.map((key) => ({
    name: say(`parks.home.${key}`),
    text: say(`parks.home.${key}-text`),
    fact: facts[key] ?? '',
  }));
}

const promiseKeys = ['no-walls', 'no-bounds', 'no-difference', 'no-blind-spot'] as const;
const stepKeys = ['step-choose', 'step-call', 'step-log', 'step-settle'] as const;

const steps = ({ say }: Voice) =>
  stepKeys.map((key) => ({ name: say(`parks.home.${key}`), text: say(`parks.home.${key}-text`) }));
