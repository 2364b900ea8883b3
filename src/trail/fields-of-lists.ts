import {
  choiceOf,
  count,
  type Fields,
  field,
  nameIn,
  oneDay,
  oneMonth,
  park,
  region,
  type Show,
  saying,
  several,
  sum,
  text,
  unknown,
} from './values.js';

export const account: Fields = {
  username: field('people.account.username', text),
  name: field('people.account.name', text),
  role: field('people.account.role', choiceOf('people.role')),
  regionCode: field('people.account.region', region),
  parkIds: field('people.account.parks', several(park)),
  personId: field('people.account.person', (value, _, { people }) => nameIn(people, value)),
  request: field('history.field.account-request', choiceOf('people.request.kind')),
  requestedById: field('history.field.requested-by', (value, _, { accounts }) =>
    nameIn(accounts, value),
  ),
  via: field('history.field.via', choiceOf('history.via')),
};

export const figure: Fields = {
  number: field('history.field.number', text),
  measure: field('history.field.measure', choiceOf('ledger.measure')),
  scope: field('history.field.scope', (value, { say }) =>
    value === 'network' ? say('history.network') : String(value),
  ),
  asOf: field('history.field.as-of', oneDay),
  position: field('history.field.position', count),
  edition: field('history.field.edition', count),
  wordingZh: field('history.field.wording', text),
};

/** What stands in the address of a list that was taken out. */
export const filter: Fields = {
  q: field('ventures.list.search', text),
  park: field('ventures.field.park', text),
  region: field('ventures.field.region', text),
  status: field('ventures.field.status', choiceOf('ventures.status')),
  industry: field('ventures.field.industry', choiceOf('ventures.industry')),
  form: field('ventures.field.form', choiceOf('ventures.form')),
  category: field('ventures.field.category', choiceOf('ventures.category')),
  asOf: field('history.field.as-of', oneDay),
  kind: field('history.list.kind', choiceOf('history.kind')),
  verb: field('history.list.verb', choiceOf('history')),
  number: field('history.field.number', text),
  who: field('history.list.who', text),
  from: field('history.list.from', oneDay),
  to: field('history.list.to', oneDay),
  visitKind: field('visits.kind', choiceOf('visits.kind')),
  venture: field('visits.venture', text),
  state: field('visits.state', choiceOf('visits.state')),
  reach: field('visits.title', choiceOf('visits.tab')),
  spaceKind: field('parks.space.kind', choiceOf('parks.kind')),
  reminder: field('prereview.why', choiceOf('prereview.kind')),
  reminderDue: field('prereview.why', choiceOf('prereview.today')),
  policy: field('prereview.policy', text),
  role: field('people.account.role', choiceOf('people.role')),
  month: field('returns.month', oneMonth),
  spaceState: field('parks.spaces.state', choiceOf('parks.state')),
};

/** How a list is laid out is not which records it holds. */
const layout = new Set(['sort', 'order', 'page']);

const query: Show = (value, voice, names) =>
  Object.entries(value as Record<string, unknown>)
    .filter(([name, row]) => !layout.has(name) && row !== null && row !== '')
    .map(([name, row]) => {
      const { label, show } = filter[name] ?? unknown(name);
      return `${saying(label, voice)} ${show(row, voice, names)}`;
    })
    .join(voice.lang === 'zh' ? '，' : ', ');

export const exported: Fields = {
  format: field('history.field.format', (value) => String(value).toUpperCase()),
  rows: field('history.field.rows', count),
  filter: field('history.field.filter', query),
  number: field('history.field.number', text),
  edition: field('history.field.edition', count),
  lines: field('history.field.payment-lines', count),
  sum: field('history.field.payment-sum', sum),
};
