import { expect, it } from 'vitest';
import type { Notice } from '../../src/holidays/enter-notice.js';
import { faultsOfNotice } from '../../src/holidays/faults-of-notice.js';
import { notice2027, noticeWith } from './cast.js';

const at = new Date('2026-11-28T02:00:00Z');
type Case = [string, string, Partial<Notice>, Notice['holidays'][number]?];

it('has nothing against a notice as it is issued', () => {
  expect(faultsOfNotice(notice2027, at)).toEqual([]);
  const bridged = { holiday: 'new-year', from: '2026-12-31', to: '2027-01-03' } as const;
  expect(faultsOfNotice(noticeWith({ worked: ['2026-12-26'] }, bridged), at)).toEqual([]);
  const together = { holiday: 'mid-autumn', from: '2027-10-01', to: '2027-10-07' } as const;
  expect(faultsOfNotice(noticeWith({}, together), at)).toEqual([]);
});

it.each<Case>([
  ['year', 'holidays.fault.year', { year: 2030 }],
  ['documentNumber', 'holidays.fault.source', { documentNumber: '' }],
  ['issuedOn', 'calendar.in-future', { issuedOn: '2026-11-29' }],
  ['worked', 'holidays.fault.weekday', { worked: ['2027-02-15'] }],
  ['worked', 'holidays.fault.both', { worked: ['2027-02-06'] }],
  ['worked', 'holidays.fault.worked-twice', { worked: ['2027-02-14', '2027-02-14'] }],
  ['worked', 'holidays.fault.outside', { worked: ['2028-02-06'] }],
  ['worked', 'holidays.fault.outside', { worked: ['2026-11-28'] }],
  [
    'spring-to',
    'holidays.fault.order',
    {},
    { holiday: 'spring', from: '2027-02-11', to: '2027-02-05' },
  ],
  [
    'spring-to',
    'holidays.fault.long',
    {},
    { holiday: 'spring', from: '2027-02-01', to: '2027-02-20' },
  ],
  [
    'spring-from',
    'holidays.fault.season',
    {},
    { holiday: 'spring', from: '2026-02-15', to: '2026-02-23' },
  ],
  [
    'labour-from',
    'holidays.fault.misses',
    {},
    { holiday: 'labour', from: '2027-05-02', to: '2027-05-05' },
  ],
  [
    'national-from',
    'holidays.fault.twice',
    {},
    { holiday: 'mid-autumn', from: '2027-10-05', to: '2027-10-08' },
  ],
])('finds a slip in %s: %s', (field, key, changed, spell) => {
  expect(faultsOfNotice(noticeWith(changed, spell), at)).toContainEqual(
    expect.objectContaining({ field, key }),
  );
});
