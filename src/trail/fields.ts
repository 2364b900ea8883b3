import type { WordKey } from '../language/say.js';
import {
  authority,
  holidayNotice,
  office,
  payment,
  personal,
  policy,
  waiver,
} from './fields-of-cases.js';
import { account, exported, figure } from './fields-of-lists.js';
import { ofMonth, register, visit } from './fields-of-register.js';
import { pageInWords } from './say-address.js';
import {
  type Field,
  type Fields,
  field,
  oneDay,
  park,
  type Show,
  several,
  spell,
  unknown,
} from './values.js';

const sharedWith = field('history.field.shared-with', park);
const address = field('history.field.address', pageInWords);

const fieldsOf: Record<string, Fields> = {
  'monthly-return': ofMonth,
  'founder-report': ofMonth,
  roster: ofMonth,
  'return-proof': ofMonth,
  'return-rules': ofMonth,
  month: { ...ofMonth, requestedById: account.requestedById as Field },
  park: register,
  space: register,
  venture: register,
  residency: register,
  role: register,
  tenancy: register,
  'jobs-return': register,
  identity: personal,
  certificate: personal,
  proof: personal,
  consent: personal,
  application: waiver,
  waiver,
  visit,
  account,
  figure,
  policy,
  'holiday-notice': holidayNotice,
  'remedy-authority': authority,
  'issuing-office': office,
  payee: payment,
  claim: payment,
  'payment-batch': payment,
  export: { ...exported, address },
  'report-job': { address, rows: exported.rows as Field },
  'report-paper': { address, name: register.name as Field },
  'cross-table': { name: register.name as Field },
  'list-view': { query: address, name: register.name as Field, sharedParkId: sharedWith },
  threshold: { beganOn: register.beganOn as Field },
  person: {
    person: register.person as Field,
    number: figure.number as Field,
    graduatedOn: field('people.person.graduated', oneDay),
    categories: field('people.person.categories', several(spell)),
  },
};

/** A field of an event of some kind. Another room's has its words in `history.field.<name>`. */
export function fieldOf(kind: string, name: string): { label: WordKey | string; show: Show } {
  return fieldsOf[kind]?.[name] ?? unknown(name);
}
