import { area, day, month, number, yuan } from '../language/format.js';
import { isWordKey, type Say, type WordKey } from '../language/say.js';
import type { Lang } from '../language/words.js';

export type Names = {
  accounts: Map<number, string>;
  parks: Map<number, string>;
  spaces: Map<number, string>;
};
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

/** A choice, by the words of its list. */
const choiceOf =
  (prefix: string): Show =>
  (value, { say }) => {
    const key = `${prefix}.${value}`;
    if (!isWordKey(key)) throw new Error(`there are no words for ${key}`);
    return say(key);
  };

function nameIn(names: Map<number, string>, id: unknown): string {
  const name = names.get(Number(id));
  if (name === undefined) throw new Error(`there is no record ${id}`);
  return name;
}

type Field = { label: WordKey; show: Show };
const field = (label: WordKey, show: Show): Field => ({ label, show });

/** Every field that an event can tell of: how it is called, and how its value is said. */
const fields: Record<string, Field> = {
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
  evidence: field('history.field.evidence', choiceOf('returns.evidence')),
  counts: field('history.field.counts', yesNo),
  setAside: field('history.field.set-aside', (value, voice, names) =>
    [value]
      .flat()
      .map((one) => oneMonth(one, voice, names))
      .join('、'),
  ),
  nameZh: field('parks.form.name-zh', text),
  nameEn: field('parks.form.name-en', text),
  regionCode: field('parks.region', text),
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

/** @throws for a field that has no words: it would be dropped in silence */
export function fieldOf(name: string): Field {
  const known = fields[name];
  if (!known) throw new Error(`there are no words for the field ${name}`);
  return known;
}
