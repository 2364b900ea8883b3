import { expect, it } from 'vitest';
import { makeSay } from '../../src/language/say.js';
import { causeText } from '../../src/ledger/present-records.js';

const zh = { lang: 'zh', say: makeSay('zh') } as const;
const cause = (causeKind: string, measure: string, amount = 100) =>
  causeText(
    { causeKind, measure, amount, effectiveOn: '2026-04-17', reverses: null } as Parameters<
      typeof causeText
    >[0],
    zh,
  );

it('names what an entry of a subsidy came from, and not an arrival', () => {
  expect(cause('waiver-month', 'waived-rent')).toBe('2026年4月免租');
  expect(cause('waiver-month', 'subsidy-granted')).toBe('2026年4月补贴');
  expect(cause('subsidy-claim', 'subsidy-claimed')).toBe('2026年4月17日的补贴申领');
  expect(cause('payment-line', 'subsidy-paid')).toBe('2026年4月17日的付款');
  expect(cause('payment-line', 'subsidy-paid', -100)).toBe('2026年4月17日的付款');
  expect(cause('subsidy-repayment', 'subsidy-paid', -100)).toBe('2026年4月17日退回的补贴');
  expect([cause('residency', 'ventures'), cause('residency', 'ventures', -1)]).toEqual([
    '入驻',
    '出园',
  ]);
});
