import { isWordKey } from '../language/say.js';
import { correctionText } from '../waivers/present-fact-corrections.js';
import {
  choiceOf,
  count,
  counted,
  type Fields,
  field,
  lastDay,
  nameIn,
  oneDay,
  region,
  type Show,
  several,
  sum,
  text,
  yesNo,
} from './values.js';

export const policy: Fields = {
  version: field('history.field.version', count),
  beganOn: field('policies.draft.began', oneDay),
  changed: field('history.field.changed', several(choiceOf('policies.part'))),
  endedOn: field('policies.end.on', lastDay),
  kind: field('policies.end.kind', choiceOf('policies.end.kind')),
  reason: field('policies.end.reason', text),
  sample: field('policies.sample.title', text),
};

export const payment: Fields = {
  number: field('history.field.payment-number', text),
  replacesNumber: field('history.field.payment-replaces', text),
  sum: field('history.field.payment-sum', sum),
  receipt: field('history.field.payment-receipt', sum),
  lines: field('history.field.payment-lines', count),
  payment: field('history.field.payment-line', text),
  paidOn: field('history.field.payment-on', oneDay),
  receivedOn: field('history.field.payment-received', oneDay),
  from: field('history.field.payment-from', text),
  to: field('history.field.payment-to', text),
  regionCode: field('letter.offices.region', region),
};

export const holidayNotice: Fields = {
  year: field('holidays.year', text),
  edition: field('history.field.edition', count),
  documentNumber: field('holidays.document', text),
  cases: field('holidays.history.cases', counted('history.n-cases')),
};

export const authority: Fields = {
  kind: field('about.remedies.kind', choiceOf('about.remedies')),
  fromOn: field('about.remedies.from', oneDay),
  nameZh: field('about.remedies.name-zh', text),
  nameEn: field('about.remedies.name-en', text),
  addressZh: field('about.remedies.address-zh', text),
  addressEn: field('about.remedies.address-en', text),
  term: field('about.remedies.term', count),
};

export const office: Fields = {
  regionCode: field('letter.offices.region', region),
  fromOn: field('letter.offices.from', oneDay),
  nameZh: field('letter.offices.name-zh', text),
  nameEn: field('letter.offices.name-en', text),
  series: field('letter.offices.series', text),
};

export const personal: Fields = {
  identityKind: field('history.field.identityKind', choiceOf('identities.kind')),
  category: field('identities.certificate.category', choiceOf('ventures.category')),
  proofItem: field('history.field.proofItem', choiceOf('proofs.item')),
  purpose: field('history.field.purpose', choiceOf('identities.consent.purpose')),
  basis: field('history.field.basis', choiceOf('identities.consent.basis')),
};

/** Why a case took a turn, or a waiver ended. */
const why: Show = (value, { say }) => {
  const key = [`waivers.reason.${value}`, `waivers.end-reason.${value}`].find(isWordKey);
  return key ? say(key) : String(value);
};

/** What the events of cases and waivers tell of. */
export const waiver: Fields = {
  number: field('history.field.number', text),
  policyCode: field(
    'waivers.case.policy',
    (value, _, { policies }) => policies.get(String(value)) ?? String(value),
  ),
  personId: field('waivers.case.person', (value, _, { people }) => nameIn(people, value)),
  correctedFact: field('history.field.corrected-fact', (value, voice) =>
    correctionText(value as Parameters<typeof correctionText>[0], voice),
  ),
  paper: field('history.field.paper', text),
  why: field('history.field.reason', why),
  audience: field('history.field.audience', choiceOf('history.audience')),
  upholds: field('history.field.upholds', yesNo),
  version: field('history.field.version', count),
  beganOn: field('history.field.began', oneDay),
  termEndOn: field('history.field.term-until', lastDay),
  endedOn: field('waivers.waiver.ended-from', oneDay),
  on: field('history.field.recorded-on', oneDay),
  dueOn: field('waivers.queue.due', oneDay),
  determineBy: field('waivers.review.determine-by', oneDay),
  noticeTo: field('waivers.history.notice-last', lastDay),
  reconsiderBy: field('waivers.history.reconsider-by', oneDay),
  holder: field('waivers.queue.holder', text),
  total: field('history.field.granted', sum),
};
