import { day, yuan } from '../language/format.js';
import { islandName, villageName } from '../parks/place-names.js';
import {
  choiceOf,
  count,
  counted,
  type Field,
  type Fields,
  field,
  lastDay,
  money,
  nameIn,
  oneDay,
  oneMonth,
  park,
  policyVersion,
  region,
  type Show,
  several,
  space,
  sum,
  text,
  yesNo,
} from './values.js';

const people = counted('history.n-people');
const ventures = counted('history.n-ventures');

/** A market rent, which may not be known. */
const rentOrUnknown: Show = (value, voice, names) =>
  value === null ? voice.say('parks.space.rent-unknown') : money(value, voice, names);

/** A rent from a day on. */
const rentStep: Show = (value, { say, lang }) => {
  const { fromOn, fen } = value as { fromOn: string; fen: number };
  return say('ventures.rent.from', { day: day(fromOn, lang), yuan: yuan(fen, lang) });
};

/** What the register's events tell of: how it is called, and how its value is said. */
const village: Show = (value, { lang }) => villageName(String(value), lang);
const island: Show = (value, { lang }) => islandName(String(value), lang);

export const register: Fields = {
  number: field('ventures.field.number', text),
  name: field('ventures.field.name', text),
  legalForm: field('ventures.field.form', choiceOf('ventures.form')),
  creditCode: field('ventures.field.code', text),
  creditCodeNote: field('ventures.field.code-note', text),
  industry: field('ventures.field.industry', choiceOf('ventures.industry')),
  trade: field('ventures.field.trade', choiceOf('ventures.trade')),
  registeredOn: field('ventures.field.registered', oneDay),
  phone: field('ventures.field.phone', text),
  another: field('ventures.field.another', text),
  anotherPerson: field('ventures.field.another-person', text),
  about: field('ventures.field.about', text),
  isNamed: field('ventures.field.named', yesNo),
  loggedParkId: field('history.field.logged-park', park),
  beganOn: field('history.field.began', oneDay),
  endedOn: field('history.field.ended', lastDay),
  movedOn: field('history.field.moved', oneDay),
  termEndOn: field('ventures.let.term-end', lastDay),
  reason: field('history.field.reason', choiceOf('ventures.end-reason')),
  person: field('ventures.page.person', text),
  role: field('ventures.page.role', choiceOf('ventures.person-role')),
  fromParkId: field('history.field.from-park', park),
  toParkId: field('history.field.to-park', park),
  sharedParkId: field('lists.views.park', park),
  spaceId: field('ventures.let.space', (value, _, { spaces }) => nameIn(spaces, value)),
  rent: field('ventures.let.rent', money),
  givenBy: field('ventures.notice.by', choiceOf('ventures.notice.by')),
  givenOn: field('ventures.notice.given', oneDay),
  rentFreeTo: field('ventures.rent.free-last', lastDay),
  steps: field('ventures.rent.steps', several(rentStep)),
  contractNumber: field('ventures.let.contract', text),
  deposit: field('ventures.let.deposit', sum),
  area: field('parks.space.area', space),
  month: field('history.field.month', oneMonth),
  headcount: field('history.field.headcount', count),
  graduates: field('returns.graduates', people),
  hardship: field('returns.hardship', people),
  returned: field('returns.returned', people),
  local: field('returns.local', people),
  others: field('returns.others', people),
  confirmed: field('returns.confirmed', text),
  evidence: field('history.field.evidence', choiceOf('returns.evidence')),
  grade: field('returns.grade', choiceOf('returns.evidence')),
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
  village: field('parks.space.village', village),
  island: field('parks.space.island', island),
  address: field('parks.space.address', text),
  owner: field('parks.space.owner', text),
  directions: field('parks.free.directions', text),
  marketRent: field('parks.space.rent', rentOrUnknown),
  rentSource: field('parks.rents.source', text),
  rentBasis: field('ventures.let.basis', choiceOf('ventures.let.basis-kind')),
  clause: field('history.field.clause', text),
  photos: field('photos.field', counted('history.n-photos')),
  policyVersionId: field('history.field.policy-version', policyVersion),
};

/** What the events of a park's month tell of, beside the numbers of a return. */
export const ofMonth: Fields = {
  ...register,
  ventures: field('history.field.ventures', count),
  missing: field('history.field.missing', count),
  people: field('history.field.roster-people', count),
  proofKind: field('returns.proof.kind', choiceOf('returns.evidence')),
  proved: field('returns.proof.people', count),
  files: field('history.field.files', count),
  openParks: field('history.field.open-parks', count),
  reopenedScope: field('history.field.reopened-scope', choiceOf('returns.reopening.scope')),
  throughMonth: field('returns.reopening.through', oneMonth),
  lastDay: field('history.field.last-day', oneDay),
  dueDay: field('returns.rules.due-day', count),
  remindDays: field('returns.rules.remind-days', count),
  ventureJumpPeople: field('returns.rules.venture-people', count),
  ventureJumpPercent: field('returns.rules.venture-percent', count),
  parkJumpPercent: field('returns.rules.park-percent', count),
  rosterYears: field('returns.rules.roster-years', count),
};

/** Whom a visit was for: how many, or their numbers where that was corrected. */
export const visit: Fields = {
  kind: field('visits.kind', choiceOf('visits.kind')),
  madeOn: field('visits.made-on', oneDay),
  ventures: field('visits.ventures', (value, voice, names) =>
    (typeof value === 'number' ? ventures : text)(value, voice, names),
  ),
  madeBy: field('visits.made-by', text),
  photos: register.photos as Field,
  note: field('visits.note', text),
  followUpOn: field('visits.follow-up', oneDay),
};
