import { area, day, month, number, yuan } from '../language/format.js';
import { isWordKey, type Say, type WordKey } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Names } from './names.js';

export type Voice = { say: Say; lang: Lang };
type Show = (value: unknown, voice: Voice, names: Names) => string;

const text: Show = (value) => String(value);
const oneDay: Show = (value, { lang }) => day(String(value), lang);
const oneMonth: Show = (value, { lang }) => month(String(value), lang);
const count: Show = (value, { lang }) => number(Number(value), lang);
const money: Show = (value, { say, lang }) =>
  say('history.money', { yuan: yuan(Number(value), lang) });
const space: Show = (value, { say, lang }) =>
  say('history.area', { area: area(Number(value), lang) });
const yesNo: Show = (value, { say }) => say(value === true ? 'history.yes' : 'history.no');
const park: Show = (value, _, { parks }) => nameIn(parks, value);
const region: Show = (value, _, { regions }) => regions.get(String(value)) ?? String(value);
const several =
  (show: Show): Show =>
  (value, voice, names) =>
    [value]
      .flat()
      .map((one) => show(one, voice, names))
      .join(voice.lang === 'zh' ? '、' : ', ');

/** A choice, by the words of its list; one that was given up since has none, and stands as it was recorded. */
const choiceOf =
  (prefix: string): Show =>
  (value, { say }) => {
    const key = `${prefix}.${value}`;
    return isWordKey(key) ? say(key) : String(value);
  };

function nameIn(names: Map<number, string>, id: unknown): string {
  const name = names.get(Number(id));
  if (name === undefined) throw new Error(`there is no record ${id}`);
  return name;
}

type Field = { label: WordKey; show: Show };
type Fields = Record<string, Field>;
const field = (label: WordKey, show: Show): Field => ({ label, show });

/** What the register's events tell of: how it is called, and how its value is said. */
const register: Fields = {
  number: field('ventures.field.number', text),
  name: field('ventures.field.name', text),
  legalForm: field('ventures.field.form', choiceOf('ventures.form')),
  creditCode: field('ventures.field.code', text),
  creditCodeNote: field('ventures.field.code-note', text),
  industry: field('ventures.field.industry', choiceOf('ventures.industry')),
  trade: field('ventures.field.trade', choiceOf('ventures.trade')),
  registeredOn: field('ventures.field.registered', oneDay),
  phone: field('ventures.field.phone', text),
  about: field('ventures.field.about', text),
  isNamed: field('ventures.field.named', yesNo),
  loggedParkId: field('history.field.logged-park', park),
  beganOn: field('history.field.began', oneDay),
  endedOn: field('history.field.ended', oneDay),
  movedOn: field('history.field.moved', oneDay),
  termEndOn: field('ventures.let.term-end', oneDay),
  reason: field('history.field.reason', choiceOf('ventures.end-reason')),
  person: field('ventures.page.person', text),
  role: field('ventures.page.role', choiceOf('ventures.person-role')),
  fromParkId: field('history.field.from-park', park),
  toParkId: field('history.field.to-park', park),
  spaceId: field('ventures.let.space', (value, _, { spaces }) => nameIn(spaces, value)),
  rent: field('ventures.let.rent', money),
  area: field('parks.space.area', space),
  month: field('history.field.month', oneMonth),
  headcount: field('history.field.headcount', count),
  graduates: field('returns.graduates', count),
  hardship: field('returns.hardship', count),
  returned: field('returns.returned', count),
  local: field('returns.local', count),
  others: field('returns.others', count),
  evidence: field('history.field.evidence', choiceOf('returns.evidence')),
  counts: field('history.field.counts', yesNo),
  setAside: field('history.field.set-aside', several(oneMonth)),
  nameZh: field('parks.form.name-zh', text),
  nameEn: field('parks.form.name-en', text),
  regionCode: field('parks.region', region),
  islandZh: field('parks.form.island-zh', text),
  islandEn: field('parks.form.island-en', text),
  villageZh: field('parks.form.village-zh', text),
  villageEn: field('parks.form.village-en', text),
  operatorName: field('parks.operator', text),
  openedOn: field('history.field.opened', oneDay),
  aboutZh: field('parks.form.about-zh', text),
  aboutEn: field('parks.form.about-en', text),
  mapX: field('parks.form.map-x', count),
  mapY: field('parks.form.map-y', count),
  kind: field('parks.space.kind', choiceOf('parks.kind')),
  village: field('parks.space.village', text),
  island: field('parks.space.island', text),
  address: field('parks.space.address', text),
  owner: field('parks.space.owner', text),
  marketRent: field('parks.space.rent', money),
};

const account: Fields = {
  username: field('people.account.username', text),
  name: field('people.account.name', text),
  role: field('people.account.role', choiceOf('people.role')),
  regionCode: field('people.account.region', region),
  parkIds: field('people.account.parks', several(park)),
  personId: field('people.account.person', (value, _, { people }) => nameIn(people, value)),
};

const figure: Fields = {
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

const policy: Fields = {
  version: field('history.field.version', count),
  beganOn: field('policies.draft.began', oneDay),
  changed: field('history.field.changed', several(choiceOf('policies.part'))),
};

const personal: Fields = {
  identityKind: field('history.field.identityKind', choiceOf('identities.kind')),
  proofItem: field('history.field.proofItem', choiceOf('proofs.item')),
  purpose: field('history.field.purpose', choiceOf('identities.consent.purpose')),
  basis: field('history.field.basis', choiceOf('identities.consent.basis')),
};

/** What stands in the address of a list that was taken out. */
const filter: Fields = {
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
};

/** How a list is laid out is not which records it holds. */
const layout = new Set(['sort', 'order', 'page']);

const asked: Show = (value, voice, names) =>
  Object.entries(value as Record<string, unknown>)
    .filter(([name, one]) => !layout.has(name) && one !== null && one !== '')
    .map(([name, one]) => {
      const { label, show } = filter[name] ?? unknown(name);
      return `${saying(label, voice)} ${show(one, voice, names)}`;
    })
    .join(voice.lang === 'zh' ? '，' : ', ');

const exported: Fields = {
  format: field('history.field.format', (value) => String(value).toUpperCase()),
  rows: field('history.field.rows', count),
  filter: field('history.field.filter', asked),
  address: field('history.field.address', text),
  number: field('history.field.number', text),
  edition: field('history.field.edition', count),
};

/** Why a case took a turn, or a waiver ended. */
const why: Show = (value, { say }) => {
  const key = [`waivers.reason.${value}`, `waivers.end-reason.${value}`].find(isWordKey);
  return key ? say(key) : String(value);
};

/** What the events of cases and waivers tell of. */
const waiver: Fields = {
  number: field('history.field.number', text),
  policyCode: field(
    'waivers.case.policy',
    (value, _, { policies }) => policies.get(String(value)) ?? String(value),
  ),
  personId: field('waivers.case.person', (value, _, { people }) => nameIn(people, value)),
  why: field('history.field.reason', why),
  audience: field('history.field.audience', choiceOf('history.audience')),
  upholds: field('history.field.upholds', yesNo),
  version: field('history.field.version', count),
  beganOn: field('history.field.began', oneDay),
  termEndOn: field('history.field.term-until', oneDay),
  endedOn: field('history.field.ended', oneDay),
  on: field('history.field.recorded-on', oneDay),
  total: field('waivers.waiver.total', money),
};

/** What the events of a park's month tell of, beside the numbers of a return. */
const ofMonth: Fields = {
  ...register,
  ventures: field('history.field.ventures', count),
  missing: field('history.field.missing', count),
  people: field('history.field.roster-people', count),
  openParks: field('history.field.open-parks', count),
  reopenedScope: field('history.field.reopened-scope', choiceOf('returns.reopening.scope')),
  lastDay: field('history.field.last-day', oneDay),
  dueDay: field('returns.rules.due-day', count),
  remindDays: field('returns.rules.remind-days', count),
  ventureJumpPeople: field('returns.rules.venture-people', count),
  ventureJumpPercent: field('returns.rules.venture-percent', count),
  parkJumpPercent: field('returns.rules.park-percent', count),
  rosterYears: field('returns.rules.roster-years', count),
};

/** Whom a visit was for: how many, or their numbers where that was corrected. */
const visit: Fields = {
  kind: field('visits.kind', choiceOf('visits.kind')),
  madeOn: field('visits.made-on', oneDay),
  ventures: field('visits.ventures', (value, voice, names) =>
    (typeof value === 'number' ? count : text)(value, voice, names),
  ),
  madeBy: field('visits.made-by', text),
  note: field('visits.note', text),
  followUpOn: field('visits.follow-up', oneDay),
};

const fieldsOf: Record<string, Fields> = {
  ...{ 'monthly-return': ofMonth, 'founder-report': ofMonth, roster: ofMonth },
  ...{ 'return-rules': ofMonth, month: ofMonth },
  ...{ park: register, space: register, venture: register, residency: register },
  ...{ role: register, tenancy: register, 'jobs-return': register },
  ...{ identity: personal, proof: personal, consent: personal },
  ...{ application: waiver, waiver, visit },
  ...{ account, figure, policy, export: exported, person: { number: figure.number as Field } },
};

/**
 * A field of an event of some kind. Another room's has its words in `history.field.<name>`; one without words
 * stands under its own name, so that nothing that was recorded is hidden.
 */
export function fieldOf(kind: string, name: string): { label: WordKey | string; show: Show } {
  return fieldsOf[kind]?.[name] ?? unknown(name);
}

function unknown(name: string): { label: WordKey | string; show: Show } {
  const key = `history.field.${name}`;
  return { label: isWordKey(key) ? key : name, show: plain };
}

export const saying = (label: WordKey | string, { say }: Voice): string =>
  isWordKey(label) ? say(label) : label;

const plain: Show = (value, voice, names) => {
  if (typeof value === 'boolean') return yesNo(value, voice, names);
  if (Array.isArray(value)) return several(plain)(value, voice, names);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
