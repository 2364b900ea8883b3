import { endOfMonth, firstOf } from '../../calendar/days.js';
import { day, month as monthText, number } from '../../language/format.js';
import type { WordKey } from '../../language/say.js';
import { coverageByPark } from '../../ledger/coverage.js';
import { coverageOfTotal } from '../../ledger/coverage-text.js';
import { workerMeasures } from '../../ledger/measures/workers.js';
import { workerKindOf } from '../../ledger/measures.js';
import { scopeName } from '../../ledger/present.js';
import { headPosition } from '../../ledger/totals.js';
import { countStating, jobsOfStating } from '../../ledger/workers-coverage.js';
import { type Counted, columnKind } from '../counted.js';
import { cellText } from '../present-section.js';
import type { ReportContext, ReportPark, Span } from '../report-context.js';
import { basesOf, compared, comparedShares, percentText, shareOf, tenths } from './compared.js';
import { listOf, type NumberPart, type Paragraph, sentence, type TextPart } from './narrative.js';

/** What a report says in sentences, in its order; a part of which there is nothing to say is left out. */
const topics = {
  overview,
  movement,
  workers,
  relief,
  premises,
  survival,
  parks,
  returns,
} satisfies Record<string, (context: ReportContext) => Promise<TextPart[]>>;
type Topic = keyof typeof topics;

export const paperKeys = ['monthly-bulletin', 'quarterly-comparison', 'annual-report'] as const;
export type PaperKey = (typeof paperKeys)[number];
export const isPaperKey = (text: unknown): text is PaperKey =>
  paperKeys.some((key) => key === text);

const topicsOf: Record<PaperKey, readonly Topic[]> = {
  'monthly-bulletin': ['overview', 'movement', 'workers', 'relief', 'premises', 'parks', 'returns'],
  'quarterly-comparison': [
    'overview',
    'movement',
    'relief',
    'premises',
    'survival',
    'parks',
    'returns',
  ],
  'annual-report': [
    'overview',
    'movement',
    'workers',
    'relief',
    'premises',
    'survival',
    'parks',
    'returns',
  ],
};

/** The text of a report: sentences made of its numbers, each with the records that make it. */
export async function paperText(key: PaperKey, context: ReportContext): Promise<Paragraph[]> {
  const { say } = context.voice;
  const paragraphs: Paragraph[] = [];
  for (const topic of topicsOf[key]) {
    const parts = await topics[topic](context);
    if (parts.length === 0) continue;
    const n = say(`reports.text.numeral.${paragraphs.length + 1}` as WordKey);
    paragraphs.push({ key: topic, heading: n + say(`reports.text.heading.${topic}`), parts });
  }
  return paragraphs;
}

/** A number of the whole scope as it stands in a sentence. */
async function count(
  context: ReportContext,
  measure: Counted,
  span: Span = context.period,
): Promise<NumberPart> {
  const n = await context.sum(measure, span);
  const text = cellText(n, columnKind(measure), context.voice.lang);
  return { text, n, href: context.href(measure, { span }) };
}

async function overview(context: ReportContext): Promise<TextPart[]> {
  const { voice, period, asked } = context;
  const [ventures, jobs] = [await context.sum('ventures'), await context.sum('jobs')];
  const parts = sentence(
    voice.say,
    asked.scope.parkIds.length > 1 ? 'reports.text.overview' : 'reports.text.overview-park',
    {
      day: day(period.asOf, voice.lang),
      scope: scopeName(asked.scope, voice),
      parks: await count(context, 'parks'),
      ventures: await count(context, 'ventures'),
      venturesThen: await compared(context, 'ventures', 'ventures'),
      jobs: await count(context, 'jobs'),
      jobsThen: await compared(context, 'jobs', 'people'),
    },
  );
  if (ventures === 0) return parts;
  const each = {
    text: number(Math.round((jobs * 10) / ventures) / 10, voice.lang),
    href: context.href('jobs'),
  };
  return [...parts, ...sentence(voice.say, 'reports.text.each', { each })];
}

const spanWord = ({ period, voice }: ReportContext): string =>
  voice.say(`reports.text.in.${period.kind}`);

async function movement(context: ReportContext): Promise<TextPart[]> {
  const { say } = context.voice;
  const parts = sentence(say, 'reports.text.movement', {
    when: spanWord(context),
    arrived: await count(context, 'arrived'),
    arrivedThen: await compared(context, 'arrived', 'ventures'),
    left: await count(context, 'left'),
    leftThen: await compared(context, 'left', 'ventures'),
  });
  if ((await context.sum('left')) > 0)
    parts.push(
      ...sentence(say, 'reports.text.left', {
        graduated: await count(context, 'graduated'),
        closed: await count(context, 'closed'),
        removed: await count(context, 'removed'),
      }),
    );
  if ((await context.sum('moved-in')) + (await context.sum('moved-out')) > 0)
    parts.push(
      ...sentence(say, 'reports.text.moved', {
        movedIn: await count(context, 'moved-in'),
        movedOut: await count(context, 'moved-out'),
      }),
    );
  return parts;
}

/**
 * The people of each kind that returns state, with how many do; nothing where none is stated. A share is of the people of
 * the ventures that stated the kind: of who else is employed nobody knows.
 */
async function workers(context: ReportContext): Promise<TextPart[]> {
  const { voice, asked, period } = context;
  const all = context.parks.map(({ id }) => id);
  if ((await context.sum('jobs')) === 0) return [];
  // Who stated what is known as returns stand now, and not as they stood at an earlier entry.
  const isNow = asked.position === undefined || asked.position >= (await headPosition(asked.reads));
  const kinds: TextPart[][] = [];
  for (const measure of workerMeasures)
    if ((await context.known(measure))(all) !== null)
      kinds.push(await ofKind(context, measure, isNow));
  if (kinds.length === 0) return [];
  const said = { kinds: listOf(kinds, voice.lang === 'zh' ? '，' : ', ') };
  if (!isNow) return sentence(voice.say, 'reports.text.workers-bare', said);
  const { month, filed } = (await coverageByPark(asked.reads, period.asOf)).sum(
    asked.scope.parkIds,
  );
  const span = { from: firstOf(month), asOf: endOfMonth(month) };
  return sentence(voice.say, 'reports.text.workers', {
    ...said,
    month: monthText(month, voice.lang),
    filed: {
      text: number(filed, voice.lang),
      n: filed,
      href: context.href('returns', { span }),
    },
  });
}

async function ofKind(
  context: ReportContext,
  measure: (typeof workerMeasures)[number],
  isNow: boolean,
): Promise<TextPart[]> {
  const { voice, asked, period } = context;
  const bare = {
    kind: voice.say(`reports.text.kind.${measure}`),
    n: await count(context, measure),
  };
  const kind = workerKindOf(measure);
  const of = { parkIds: asked.scope.parkIds, asOf: period.asOf };
  const jobs = isNow && kind ? await jobsOfStating(asked.reads, kind, of) : 0;
  if (jobs === 0 || !kind) return sentence(voice.say, 'reports.text.kind-bare', bare);
  const stating = await countStating(asked.reads, kind, of);
  const href = context.href(measure);
  return sentence(voice.say, 'reports.text.kind', {
    ...bare,
    stating: { text: number(stating, voice.lang), n: stating, href },
    p: { text: percentText(tenths(bare.n.n ?? 0, jobs), voice), href },
  });
}

async function relief(context: ReportContext): Promise<TextPart[]> {
  const { voice, asked, period } = context;
  const share = await shareOf(context, 'rent-free', 'ventures', period);
  if (share === null) return [];
  const total = {
    measure: 'rent-relief',
    parkIds: asked.scope.parkIds,
    asOf: period.asOf,
  } as const;
  const coverage = await coverageOfTotal(asked.reads, total, voice);
  return [
    ...sentence(voice.say, 'reports.text.relief', {
      free: await count(context, 'rent-free'),
      p: { text: percentText(share, voice), href: context.href('rent-free') },
      shareThen: await comparedShares(context, 'rent-free', 'ventures'),
      when: spanWord(context),
      relief: await count(context, 'rent-relief'),
      reliefThen: await compared(context, 'rent-relief', 'yuan'),
      forgone: await count(context, 'rent-forgone'),
      waived: await count(context, 'waived-rent'),
    }),
    ...(coverage ? [{ text: coverage, href: context.href('rent-relief') }] : []),
  ];
}

async function premises(context: ReportContext): Promise<TextPart[]> {
  const { voice, period } = context;
  const parts: TextPart[] = [];
  const use = await shareOf(context, 'spaces-let', 'spaces', period);
  if (use !== null)
    parts.push(
      ...sentence(voice.say, 'reports.text.spaces', {
        spaces: await count(context, 'spaces'),
        let: await count(context, 'spaces-let'),
        p: { text: percentText(use, voice), href: context.href('spaces-let') },
        useThen: await comparedShares(context, 'spaces-let', 'spaces'),
        over: await count(context, 'spaces-held-over'),
        free: await count(context, 'spaces-free'),
      }),
    );
  const reach = await shareOf(context, 'reached', 'incubated', period);
  if (reach !== null)
    parts.push(
      ...sentence(voice.say, 'reports.text.services', {
        when: spanWord(context),
        visits: await count(context, 'visits'),
        visitsThen: await compared(context, 'visits', 'times'),
        reached: await count(context, 'reached'),
        p: { text: percentText(reach, voice), href: context.href('reached') },
        reachThen: await comparedShares(context, 'reached', 'incubated'),
      }),
    );
  return parts;
}

async function survival(context: ReportContext): Promise<TextPart[]> {
  const share = await shareOf(context, 'survived', 'cohort', context.period);
  if (share === null) return [];
  return sentence(context.voice.say, 'reports.text.survival', {
    cohort: await count(context, 'cohort'),
    survived: await count(context, 'survived'),
    p: { text: percentText(share, context.voice), href: context.href('survived') },
    survivedThen: await comparedShares(context, 'survived', 'cohort'),
  });
}

/** So many parks are named. */
const mostNamed = 3;

/** Of several parks those with most jobs, and the one whose jobs grew most. */
async function parks(context: ReportContext): Promise<TextPart[]> {
  const { voice } = context;
  if (context.parks.length < 2) return [];
  const jobs = await context.sums('jobs');
  const named = [...context.parks]
    .filter(({ id }) => (jobs.get(id) ?? 0) > 0)
    .sort((a, b) => (jobs.get(b.id) ?? 0) - (jobs.get(a.id) ?? 0))
    .slice(0, mostNamed);
  if (named.length === 0) return [];
  const items = named.map((park) => ofPark(context, park, jobs.get(park.id) ?? 0));
  return [
    ...sentence(voice.say, 'reports.text.most', {
      parks: listOf(items, voice.lang === 'zh' ? '、' : ', '),
    }),
    ...(await grownMost(context)),
  ];
}

function ofPark(context: ReportContext, park: ReportPark, n: number, span: Span = context.period) {
  const text = cellText(n, 'number', context.voice.lang);
  return sentence(context.voice.say, 'reports.text.of-park', {
    park: context.parkName(park),
    n: { text, n, href: context.href('jobs', { park, span }) },
  });
}

async function grownMost(context: ReportContext): Promise<TextPart[]> {
  const base = (await basesOf(context)).at(-1);
  if (!base) return [];
  const [now, then] = [await context.sums('jobs'), await context.sums('jobs', base.span)];
  const grown = context.parks
    .map((park) => ({ park, by: (now.get(park.id) ?? 0) - (then.get(park.id) ?? 0) }))
    .sort((a, b) => b.by - a.by)[0];
  if (!grown || grown.by <= 0) return [];
  return sentence(context.voice.say, 'reports.text.grown', {
    than: context.voice.say(base.than),
    park: context.parkName(grown.park),
    n: {
      text: cellText(grown.by, 'number', context.voice.lang),
      href: context.href('jobs', { park: grown.park, span: base.span }),
    },
  });
}

/** How complete the newest month's returns are: what the jobs above rest on. */
async function returns(context: ReportContext): Promise<TextPart[]> {
  const { asked, period, voice } = context;
  const byPark = await coverageByPark(asked.reads, period.asOf, asked.position);
  const { due, filed, carried, month } = byPark.sum(asked.scope.parkIds);
  if (due === 0) return [];
  const span = { from: firstOf(month), asOf: endOfMonth(month) };
  const n = (measure: Counted, value: number): NumberPart => ({
    text: number(value, voice.lang),
    n: value,
    href: context.href(measure, { span }),
  });
  return sentence(voice.say, carried > 0 ? 'reports.text.returns' : 'reports.text.returns-all', {
    month: monthText(month, voice.lang),
    due: n('ventures', due),
    filed: n('returns', filed),
    p: { text: percentText(tenths(filed, due), voice), href: context.href('returns', { span }) },
    ...(carried > 0 ? { carried: n('owed', carried) } : {}),
  });
}
