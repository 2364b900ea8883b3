import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { step } from '../step.js';
import type { Client } from '../web/client.js';
import { type Cast, caseAt, startWaivers } from './cast.js';
import { hidden, plain } from './pages.js';

let cast: Cast;
let number: string;
let park1: Client;
let venture: string;
let leaseId: number;

beforeAll(async () => {
  cast = await startWaivers();
  // From 14 February to 13 May: 267.86, 500, 500 and 209.67 yuan.
  number = await caseAt(cast, 'granted', { months: 3 });
  const of = { ventureId: cast.ventureIds[1] };
  leaseId = (await cast.db.tenancy.findFirstOrThrow({ where: of })).id;
  venture = (await cast.db.venture.findUniqueOrThrow({ where: { id: of.ventureId } })).number;
  cast.clock.set(new Date('2025-03-20T02:00:00Z'));
  park1 = await cast.as('park1');
});
afterAll(() => cast.close());

const waiver = () => cast.db.waiver.findFirstOrThrow();
const written = async () => [
  await cast.db.letter.count(),
  await cast.db.outboxMessage.count(),
  await cast.db.ledgerEntry.count(),
  await cast.db.historyEvent.count(),
  await cast.db.acceptedForm.count(),
];

/** The form of the second press, with what names all that was shown. */
const confirmed = (text: string) => ({
  ...hidden(text),
  _seen: / name="_seen" value="([^"]+)"/.exec(plain(text))?.[1] ?? '',
});

/** Sends a form as its page has it, and looks at what is shown: nothing may be done yet. */
async function shown(path: string, changes: Record<string, string>) {
  const form = { ...hidden((await park1.get(path)).text), ...changes };
  const before = await written();
  const page = await park1.post(path, form);
  expect([page.status, await written()]).toEqual([200, before]);
  expect((await waiver()).endedOn).toBeNull();
  return page;
}

it('an act that ends a waiver shows first, month by month, what it takes back', async () => {
  const all = ['2025年3月', '500.00', '2025年5月', '209.67', '不能恢复', '应当补缴'];

  await step('the departure of its venture', async () => {
    const sent = { endedOn: '2025-03-11', reason: 'closed', note: '' };
    const page = plain((await shown(`/ventures/${venture}/end`, sent)).text);
    // Ten of thirty-one days of March stay.
    for (const words of [...all, number, '161.29', '338.71']) expect(page, words).toContain(words);
  });

  await step('its move to another park', async () => {
    const sent = { toParkId: '2', movedOn: '2025-03-11', note: '' };
    const page = plain((await shown(`/ventures/${venture}/move`, sent)).text);
    for (const words of [...all, number]) expect(page, words).toContain(words);
  });

  await step(
    'the end of its lease, which is done by who saw what it takes, with a letter of the same sums',
    async () => {
      const path = `/tenancies/${leaseId}/end`;
      const page = await shown(path, { lastOn: '2025-03-31' });
      const text = plain(page.text);
      for (const words of ['2025年4月', '500.00', '209.67', '709.67', '2025年4月1日', number])
        expect(text, words).toContain(words);
      expect(text).not.toContain('应当补缴');

      const again = await park1.post(path, { ...hidden(page.text), _change: 'yes' });
      expect([again.status, again.text.includes('value="2025-03-31"')]).toEqual([200, true]);
      // What was seen of another day is not what this takes.
      const other = await park1.post(path, { ...confirmed(page.text), lastOn: '2025-03-10' });
      expect([other.status, plain(other.text).includes('应当补缴')]).toEqual([200, true]);
      expect((await waiver()).endedOn).toBeNull();

      const done = await park1.post(path, confirmed(page.text));
      expect(done.status).toBe(303);
      expect(await waiver()).toMatchObject({ endedOn: '2025-04-01', endReason: 'tenancy-ended' });
      const letter = await cast.db.letter.findFirstOrThrow({ where: { kind: 'ending' } });
      expect(letter.bodyZh).toContain('709.67');
      expect((await verifyLedger(cast.db)).problems).toEqual([]);
    },
  );

  await step('one that ends none is done at once', async () => {
    const answer = await park1.post(`/ventures/${venture}/end`, {
      ...hidden((await park1.get(`/ventures/${venture}/end`)).text),
      endedOn: '2025-03-20',
      reason: 'closed',
      note: '',
    });
    expect(answer.status).toBe(303);
  });
});
