import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acts } from '../../src/history/acts.js';
import { makeSay } from '../../src/language/say.js';
import { sayDone } from '../../src/receipts/present-receipt.js';
import { undoOf } from '../../src/receipts/undo.js';
import { receiptWords } from '../../src/receipts/words.js';
import type { RouteTable } from '../../src/web/route-table.js';
import { startApp, type TestApp, testNow } from '../web/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const voice = { say: makeSay('zh'), lang: 'zh' } as const;
const places: Record<string, string> = {
  consent: '/people/R1',
  person: '/people/R1',
  figure: '/figures/published/F1',
  account: '/accounts/1',
};
const viewer = {
  accountId: 1,
  username: 'founder',
  name: 'founder',
  role: 'founder',
  regionCode: null,
  parkIds: [],
  personId: 1,
} as const;

describe('every act of history', () => {
  it.each(acts)('%s is said as done, in both languages', (verb) => {
    const [zh, en] = [sayDone(verb, makeSay('zh')), sayDone(verb, makeSay('en'))];
    expect(zh).not.toMatch(/已已|[。.]$/);
    expect(zh).not.toBe(verb);
    expect(en).not.toMatch(/[。.]$|\p{Script=Han}/u);
  });

  it.each(acts)('%s is taken back, where it can be, at an address that there is', async (verb) => {
    const event = {
      id: 1,
      at: testNow,
      actorId: 1,
      ventureId: 1,
      parkId: 1,
      reason: '',
      verb,
      subjectKind: verb.split('.')[0] ?? '',
      subjectId: 1,
      detail: { number: 'M1', mergedNumber: 'V2', purpose: 'proof', month: '2025-01' },
    };
    const href = places[verb.split('.')[0] ?? ''] ?? '/ventures/V1';
    const subject = { number: 'P01', name: '一', href };
    const undo = await undoOf(app.db, { event, subject, viewer: viewer as never }, voice);
    if (undo === null) return;
    const routes = app.app.locals.routes as RouteTable;
    expect(routes.routeOf(undo.isPress ? 'POST' : 'GET', undo.href), undo.href).not.toBeNull();
  });

  it('and no sentence is of an act that there is not', () => {
    const own = Object.keys(receiptWords)
      .filter((key) => key.startsWith('receipts.did.'))
      .map((key) => key.slice('receipts.did.'.length));
    expect(own.filter((verb) => !(acts as readonly string[]).includes(verb))).toEqual([]);
  });
});
