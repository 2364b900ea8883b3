import {
  addMonths,
  lastWholeMonth,
  type Month,
  monthsBetween,
  today,
} from '../../src/calendar/days.js';

/** Something to ask both for. A page and an export are asked for again and again, a form is another each time. */
export type Case = {
  name: string;
  kind: 'page' | 'export' | 'form';
  status: number;
  next(): { path: string; body?: Record<string, string> };
  /** What must be the same in both answers: every match, in order. */
  same?: RegExp;
};

const page = (name: string, path: string, same: RegExp): Case =>
  ({ name, kind: 'page', status: 200, next: () => ({ path }), same }) as const;

/** A page that nobody has asked for yet: nothing that the product keeps of pages is of use for it. */
function anew({ name, same }: Case, path: string): Case {
  let count = 0;
  const next = () => ({ path: `${path}anew=${++count}` });
  return { name: `${name}-anew`, kind: 'page', status: 200, next, ...(same ? { same } : {}) };
}

/** The figures, the months, and each county and park. */
const numbersThatLead =
  /<a href="\/totals\?(?=[^"]*measure&#x3D;(?:ventures|jobs|returns|owed))(?![^"]*form&#x3D;|[^"]*industry&#x3D;|[^"]*category&#x3D;)[^"]*">([\d,]+)<\/a>/g;
const lines = /<a href="\/ventures\/(V\d{4}-\d+)">|<td [^>]*\bclass="numeric\b[^>]*>([\d,—]*)</g;
const foundLines = /<li><a href="([^"]+)">[^<]*<\/a> <span class="quiet small">/g;
/** Of the sections that both have. */
const linesOfTheDay = /<a id="(?:overdue|cases|returns|ran-out|endings)-[^"]*" href="([^"]+)"/g;
/** The lease of each line, and its money as the sums have it. */
const leases =
  /<a href="\/tenancies\/(\d+)">|<td [^>]*\bclass="numeric(?: folded)?">(?:<a [^>]*>)?([\d,.—]+)/g;

/** Jobs by county at the ends of 24 months. */
function twoYears(now: Date): string {
  const last = lastWholeMonth(today(now));
  return `/reports/cross-table?measure=jobs&rows=region&columns=month&from=${addMonths(last, -23)}&to=${last}`;
}

/** The reading cases, by name. */
export function readingCases(venture: string, now = new Date()): Case[] {
  const list = page('list', '/ventures?status=settled&page=3', lines);
  const ventureItself = page(
    'venture',
    `/ventures/${venture}`,
    /<td class="numeric">(\d[\d,]*)<\/td>/g,
  );
  const theDay = page('today', '/today', linesOfTheDay);
  return [
    page('dashboard', '/dashboard', numbersThatLead),
    list,
    anew(list, '/ventures?status=settled&page=3&'),
    page('list-by-headcount', '/ventures?status=settled&sort=headcount&page=3', lines),
    page('list-by-text', '/ventures?q=hai', lines),
    page('cross-table', twoYears(now), /class="numeric"[^>]*>(?:<[^>]+>)*(\d[\d,]*)</g),
    page('find', '/find?q=hai', foundLines),
    theDay,
    anew(theDay, '/today?'),
    page('rent-roll', '/rent-roll', leases),
    page('queue', '/waivers/queue?tab=all', /<a href="\/waivers\/(A[\d-]+)"/g),
    ventureItself,
    anew(ventureItself, `/ventures/${venture}?`),
    {
      name: 'csv',
      kind: 'export',
      status: 200,
      next: () => ({ path: '/ventures.csv' }),
      same: /\n(V[^\n]*)/g,
    },
    { name: 'xlsx', kind: 'export', status: 200, next: () => ({ path: '/ventures.xlsx' }) },
  ];
}

/** New ventures and their months are handed out once, so that every form makes one record. */
export class Forms {
  #made = 0;
  #pairs: [venture: string, month: Month][] = [];
  readonly #run = Date.now().toString(36);

  constructor(
    readonly parkId: number,
    readonly settledOn: string,
    readonly now = new Date(),
  ) {}

  /** Months of ventures that this benchmark logged: the oldest month of all of them first. */
  offer(ventures: string[]): void {
    const last = lastWholeMonth(today(this.now));
    const months = monthsBetween(addMonths(this.settledOn.slice(0, 7), 1), last);
    this.#pairs = months
      .flatMap((month) => ventures.map((of): [string, Month] => [of, month]))
      .reverse();
  }

  readonly logging: Case = {
    name: 'log-a-venture',
    kind: 'form',
    status: 303,
    next: () => {
      const name = `测速小组${++this.#made}`;
      const fields = {
        name,
        legalForm: 'team',
        industry: 'H',
        'founders.0.name': `王${this.#made}`,
        isNamed: '',
      };
      const where = { parkId: String(this.parkId), settledOn: this.settledOn };
      return { path: '/ventures/new', body: { ...fields, ...where, _key: this.#key() } };
    },
  };

  readonly filing: Case = {
    name: 'file-a-headcount',
    kind: 'form',
    status: 303,
    next: () => {
      const pair = this.#pairs.pop();
      if (!pair) throw new Error('every month is filed: prepare more ventures');
      const [venture, month] = pair;
      const headcount = String(1 + (this.#made++ % 30));
      const body = {
        headcount,
        evidence: 'roster',
        version: '',
        note: '',
        confirmed: '测速',
        _key: this.#key(),
      };
      return { path: `/ventures/${venture}/returns/${month}`, body };
    },
  };

  #key(): string {
    return `bench-${this.#run}-${String(++this.#made).padStart(12, '0')}`;
  }
}
