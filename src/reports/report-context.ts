import type { Day } from '../calendar/days.js';
import { addDays, endOfMonth, monthOf, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import { countiesOfAddress, totalsAddress } from '../ledger/forms.js';
import type { WorkerKind } from '../ledger/measures/workers.js';
import { isListed, workerKindOf } from '../ledger/measures.js';
import type { SeenScope } from '../ledger/seen-scope.js';
import { type Levels, levelsByPark, levelsOnDays } from '../ledger/totals.js';
import { isKindUnknown } from '../ledger/workers-stated.js';
import type { Thresholds } from '../parks/thresholds.js';
import { type Counted, isOfPeriod, type RecordKind, recordKindOf, recordKinds } from './counted.js';
import { countEverStating } from './ever-stating.js';
import { monthsOwed, type Period } from './period.js';
import type { Chosen, Question } from './question.js';
import { sumsByPark } from './record-queries.js';
import { recordsAddress } from './records-address.js';
import { isServiceMeasure, servicesHref } from './visit-records.js';

export type ReportPark = {
  id: number;
  number: string;
  nameZh: string;
  nameEn: string;
  countyCode: string;
  islandZh: string;
  mapX: number;
  mapY: number;
};

type Asked = {
  reads: Reads;
  scope: SeenScope;
  parks: ReportPark[];
  period: Period;
  before: Period | null;
  /** The same period a year before; null for a year, whose period before it is. */
  yearBefore: Period | null;
  position: number | undefined;
  thresholdsOn: (day: Day) => Thresholds;
  voice: Voice;
};

/** The span that a number is of. */
export type Span = { from: Day; asOf: Day };

/** Where a report gets its numbers and their records: both from one definition. */
export class ReportContext {
  readonly #levels = new Map<Day, Promise<Levels>>();
  #usual: Promise<Map<Day, Levels>> | null = null;
  readonly #sums = new Map<string, Promise<Map<number, number>>>();
  readonly #ofRecords = new Set<RecordKind>();
  constructor(readonly asked: Asked) {}

  get period(): Period {
    return this.asked.period;
  }
  /** The standards of the report's last day. */
  get thresholds(): Thresholds {
    return this.asked.thresholdsOn(this.period.asOf);
  }
  get parks(): ReportPark[] {
    return this.asked.parks;
  }
  get voice(): Voice {
    return this.asked.voice;
  }
  parkName = (park: ReportPark): string => (this.voice.lang === 'zh' ? park.nameZh : park.nameEn);

  question(measure: Counted, { from, asOf }: Span, chosen?: Chosen): Question {
    const { scope, position } = this.asked;
    // What the ledger sums is asked here for only by the categories of founders.
    const kind = isListed(measure) ? 'category' : recordKindOf(measure);
    if (kind !== null) this.#ofRecords.add(kind);
    const stayMonths = this.asked.thresholdsOn(asOf)['stay-months'];
    return { measure, parkIds: scope.parkIds, from, asOf, position, chosen, stayMonths };
  }

  /** What the report read that is not as of its position, in a sentence; null where there is nothing. */
  get notOfLedger(): string | null {
    const { say, lang } = this.voice;
    const names = recordKinds.filter((kind) => this.#ofRecords.has(kind));
    if (names.length === 0) return null;
    const what = names.map((kind) => say(`reports.records-of.${kind}`));
    return say('reports.not-of-ledger', { what: what.join(lang === 'zh' ? '、' : ', ') });
  }

  /** A measure by park, read once: what the ledger sums comes from its balances. */
  sums(measure: Counted, span: Span = this.period): Promise<Map<number, number>> {
    const key = `${measure} ${span.from} ${span.asOf}`;
    const known = this.#sums.get(key) ?? this.#read(measure, span);
    this.#sums.set(key, known);
    return known;
  }

  async sum(measure: Counted, span: Span = this.period): Promise<number> {
    return [...(await this.sums(measure, span)).values()].reduce((a, b) => a + b, 0);
  }

  /**
   * Some parks' number of a measure; null where it is not known: of workers of a kind that nobody there has ever stated,
   * though there are people employed.
   */
  async known(
    measure: Counted,
    span: Span = this.period,
  ): Promise<(ids: number[]) => number | null> {
    const sums = await this.sums(measure, span);
    const kind = isListed(measure) ? workerKindOf(measure) : undefined;
    if (kind === undefined) return (ids) => addUp(sums, ids);
    const jobs = await this.sums('jobs', span);
    // It is asked for only where there is something to ask: it reads all returns.
    if (![...jobs].some(([id, employed]) => employed > 0 && (sums.get(id) ?? 0) === 0))
      return (ids) => addUp(sums, ids);
    const stating = await this.#stating(kind, span.asOf);
    return (ids) => {
      const amount = addUp(sums, ids);
      const of = { amount, jobs: addUp(jobs, ids), stating: addUp(stating, ids) };
      return isKindUnknown(of) ? null : amount;
    };
  }

  /** How many ventures of each park have ever stated a kind of worker by a day. */
  #stating(kind: WorkerKind, asOf: Day): Promise<Map<number, number>> {
    const key = `stating ${kind} ${asOf}`;
    const known = this.#sums.get(key) ?? this.#countStating(kind, asOf);
    this.#sums.set(key, known);
    return known;
  }

  async #countStating(kind: WorkerKind, asOf: Day): Promise<Map<number, number>> {
    const asked = {
      spans: [{ month: monthOf(asOf), asOf }],
      parkIds: this.asked.scope.parkIds,
      kinds: [],
      chosen: { form: null, industry: null, category: null },
    };
    const parts = await countEverStating(this.asked.reads, kind, asked);
    return new Map(parts.map(({ parkId, amount }) => [parkId, amount]));
  }

  async #read(measure: Counted, span: Span): Promise<Map<number, number>> {
    if (measure === 'owed') return this.#owed(span);
    if (!isListed(measure)) return sumsByPark(this.asked.reads, this.question(measure, span));
    const at = await this.#levelsAt(span.asOf);
    const since = isOfPeriod(measure) ? await this.#levelsAt(addDays(span.from, -1)) : null;
    return this.#byPark((id) => at.of(measure, id) - (since?.of(measure, id) ?? 0));
  }

  /** Month by month: what a venture owes for one is not made up for by its return for another. */
  async #owed(span: Span): Promise<Map<number, number>> {
    const owed = new Map<number, number>();
    for (const month of monthsOwed(span)) {
      const [due, filed] = [await this.sums('ventures', month), await this.sums('returns', month)];
      for (const { id } of this.parks)
        owed.set(id, (owed.get(id) ?? 0) + (due.get(id) ?? 0) - (filed.get(id) ?? 0));
    }
    return owed;
  }

  #byPark(of: (parkId: number) => number): Map<number, number> {
    return new Map(this.parks.map(({ id }) => [id, of(id)]));
  }

  #levelsAt(day: Day): Promise<Levels> {
    const known = this.#levels.get(day) ?? this.#readLevels(day);
    this.#levels.set(day, known);
    return known;
  }

  /** The first day that is asked for brings the others on which a report looks, by one statement. */
  async #readLevels(day: Day): Promise<Levels> {
    const { reads, position, period, before, yearBefore } = this.asked;
    const spans = [period, before ?? period, yearBefore ?? period];
    this.#usual ??= levelsOnDays(reads, spans.flatMap(daysLookedOn), position);
    return (await this.#usual).get(day) ?? levelsByPark(reads, day, position);
  }

  /** The records of a number: for the whole scope, or for one park. */
  href(measure: Counted, of: { park?: ReportPark; chosen?: Chosen; span?: Span } = {}): string {
    const { park, chosen, span = this.period } = of;
    const { position, scope } = this.asked;
    const where = park ? `park:${park.number}` : scope.text;
    const countiesOn = countiesOfAddress({ scope: where, countiesOn: this.period.asOf }, span.asOf);
    if (isServiceMeasure(measure)) return servicesHref(measure, where, { ...span, countiesOn });
    if (
      chosen === undefined &&
      (measure === 'ventures' || measure === 'jobs' || measure === 'parks')
    )
      return totalsAddress({ measure, scope: where, asOf: span.asOf, position, countiesOn });
    return recordsAddress({ measure, scope: where, position, countiesOn, ...span, ...chosen });
  }
}

/** The day before a span, the ends of its months, and its last day. */
const daysLookedOn = ({ from, asOf }: Span): Day[] => [
  addDays(from, -1),
  ...monthsBetween(monthOf(from), monthOf(asOf)).map(endOfMonth),
  asOf,
];

/** The sum of some parks. */
export const addUp = (sums: Map<number, number>, parkIds: number[]): number =>
  parkIds.reduce((sum, id) => sum + (sums.get(id) ?? 0), 0);
