import { creditCodeCheck } from '../../src/ventures/credit-code.js';

/** A valid credit code, different for each number. */
export function someCode(number: number): string {
  const start = `91330903MA2${String(number).padStart(6, '0')}`;
  return start + creditCodeCheck(start);
}

/** What a manager types to log a venture: a team of one founder. */
export const typedVenture = (changes: Record<string, string | string[]> = {}) => ({
  name: '鱼见咖啡',
  legalForm: 'team',
  creditCode: '',
  industry: 'H',
  trade: 'catering',
  registeredOn: '',
  phone: '',
  about: '',
  'founders.0.name': '陈海平',
  'founders.0.phone': '',
  'founders.0.graduatedOn': '',
  'founders.0.since': '',
  'founders.0.proof': '',
  foundedOn: '',
  parkId: '1',
  settledOn: '',
  // Many tests log ventures of one name.
  another: '同名不同主体，已核对',
  anotherPerson: '同名不同人，已核对',
  ...changes,
});

/** The profile of a venture as its edit form sends it. */
export const typedEdit = (changes: Record<string, string> = {}) => ({
  name: '海风民宿',
  legalForm: 'team',
  creditCode: '',
  industry: 'H',
  trade: 'homestay',
  registeredOn: '',
  phone: '',
  about: '',
  isNamed: 'yes',
  version: '1',
  ...changes,
});

export const onceKey = (name: string): string => `test-form-${name}-0000000000`;
