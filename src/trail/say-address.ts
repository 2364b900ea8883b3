import { isDay, isMonth } from '../calendar/days.js';
import { isWordKey, type WordKey } from '../language/say.js';
import { filter } from './fields-of-lists.js';
import {
  choiceOf,
  count,
  type Fields,
  field,
  oneDay,
  oneMonth,
  type Show,
  saying,
  text,
  unknown,
} from './values.js';

/** What the page of a path is called; a report by its own name. */
const titles: [path: RegExp, title: WordKey][] = [
  [/^\/ventures$/, 'ventures.all'],
  [/^\/rent-roll$/, 'ventures.roll.title'],
  [/^\/visits$/, 'visits.title'],
  [/^\/visits\/reach$/, 'visits.reach.title'],
  [/^\/waivers\/queue$/, 'waivers.queue.title'],
  [/^\/parks\/P\d+\/spaces$/, 'parks.spaces.list'],
  [/^\/prereview$/, 'prereview.title'],
  [/^\/accounts$/, 'people.accounts.title'],
  [/^\/returns$/, 'people.nav.returns'],
  [/^\/history$/, 'history.title'],
  [/^\/totals$/, 'history.field.records-of-total'],
  [/^\/reports\/records$/, 'history.field.records-of-number'],
  [/^\/reports\/cross-table$/, 'reports.cross.title'],
];

const whole: Show = (value, { say }) => {
  const [kind = '', code = ''] = String(value).split(':');
  if (kind === 'network') return say('history.network');
  return kind === 'mine' ? say('ledger.whole.mine') : code;
};
const scope: Show = (value, voice, names) => {
  const [kind, code = ''] = String(value).split(':');
  return kind === 'region' ? (names.regions.get(code) ?? code) : whole(value, voice, names);
};
const region: Show = (value, _, { regions }) => regions.get(String(value)) ?? String(value);
/** A day, a month, or a quarter or year as it is written in an address. */
const time: Show = (value, voice, names) => {
  const asked = String(value);
  if (isDay(asked)) return oneDay(asked, voice, names);
  return isMonth(asked) ? oneMonth(asked, voice, names) : asked;
};
const dimension = choiceOf('reports.dimension');

/** What is asked in an address, on any page. */
const asked: Fields = {
  ...filter,
  region: field('ventures.field.region', region),
  from: field('history.list.from', time),
  to: field('history.list.to', time),
  month: field('returns.month', time),
  period: field('reports.period', time),
  measure: field('history.field.measure', choiceOf('ledger.measure')),
  scope: field('history.field.scope', scope),
  within: field('history.field.scope', scope),
  position: field('history.field.position', count),
  rows: field('reports.cross.rows', dimension),
  columns: field('reports.cross.columns', dimension),
  tab: field('waivers.queue.tabs', choiceOf('waivers.queue.tab')),
  policy: field('waivers.review.policy', text),
  age: field('waivers.queue.age', (value, { say }) =>
    say('waivers.queue.age-text', { n: String(value) }),
  ),
  relief: field('ventures.roll.relief', choiceOf('ventures.roll.relief')),
  ends: field('ventures.roll.ends', time),
  q: field('find.again', text),
  countiesOn: field('visits.counties-on', oneDay),
};
/** What a name means on one page and not on others. */
const ofPage: Record<string, Fields> = {
  'visits.title': { kind: filter.visitKind as Fields[string] },
  'visits.reach.title': { state: filter.reach as Fields[string] },
  'ventures.roll.title': { state: field('ventures.roll.state', choiceOf('ventures.roll.state')) },
  'parks.spaces.list': {
    kind: filter.spaceKind as Fields[string],
    state: filter.spaceState as Fields[string],
  },
  'reports.cross.title': {
    from: field('reports.cross.from', time),
    to: field('reports.cross.to', time),
  },
  'prereview.title': { kind: field('prereview.why', choiceOf('prereview.kind')) },
};

/** How a list is laid out is not which records it holds; of a cross-table, its columns are. */
const layout = new Set(['sort', 'order', 'page', 'density']);

/** The page of an address, and what was asked of it, in words. One of a page that is no more stands as it was recorded. */
export const pageInWords: Show = (value, voice, names) => {
  const [path = '', query = ''] = String(value)
    .replace(/\.(csv|xlsx|docx)(?=\?|$)/, '')
    .split('?');
  const title = titleOf(path);
  if (title === null) return String(value);
  const own = Object.assign({}, asked, ofPage[title]);
  const isShown = (name: string) =>
    !layout.has(name) && (name !== 'columns' || title === 'reports.cross.title');
  const park = /^\/parks\/(P\d+)\//.exec(path)?.[1];
  const parts = [...new URLSearchParams(query)].filter(([name, text]) => isShown(name) && text);
  return [
    voice.say(title),
    ...(park ? [park] : []),
    ...parts.map(([name, text]) => {
      const { label, show } = own[name] ?? unknown(name);
      return `${saying(label, voice)} ${show(text, voice, names)}`;
    }),
  ].join(voice.lang === 'zh' ? '，' : ', ');
};

function titleOf(path: string): WordKey | null {
  const known = titles.find(([pattern]) => pattern.test(path))?.[1];
  if (known) return known;
  const report = `reports.name.${/^\/reports\/([a-z-]+)(?:\/|$)/.exec(path)?.[1]}`;
  return isWordKey(report) ? report : null;
}
