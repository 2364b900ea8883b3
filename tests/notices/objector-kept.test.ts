import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { everyExport } from '../../src/exported.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { objectToApplication } from '../../src/waivers/object-to-application.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { type Cast, caseAt, seen, startWaivers } from '../waivers/cast.js';
import { Client, signIn } from '../web/client.js';

const who = { name: '欧阳若谷', phone: '13877665544' };
const secrets = [who.name, who.phone, '138****5544'];
const said = '此处只作仓库堆放渔网';

let cast: Cast;
let number = '';
let clients: Record<string, Client>;
beforeAll(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'notice');
  cast.clock.set(new Date('2025-02-18T02:00:00Z'));
  const objection = { number, ground: 'premises-not-used', text: said, lang: 'zh' } as const;
  await transact(cast.db, (tx) =>
    objectToApplication(tx, cast.clock.now(), objection, { ...who, ticket: 'the-ticket' }),
  );
  const names = await cast.db.account.findMany({ select: { username: true } });
  clients = { visitor: new Client(cast.base) };
  for (const { username } of names) clients[username] = await signIn(cast.base, username);
});
afterAll(() => cast.close());

const find = (words: string) => `/find?q=${encodeURIComponent(words)}`;
/** Every list and page that tells of the case, of what was done in it, or of whom it is found by. */
const addresses = () => [
  '/notices',
  `/notices/${number}`,
  `/notices/${number}/code`,
  `/notices/${number}/received`,
  '/track',
  '/track/objections?number=Y2025-0001',
  '/today',
  '/messages',
  '/waivers',
  `/waivers/${number}/editions?from=1&to=1`,
  '/waivers/queue?tab=all',
  '/waivers/queue?tab=waiting',
  `/waivers/queue?tab=all&q=${encodeURIComponent(who.name)}`,
  '/history',
  `/history/application/${number}`,
  '/ventures',
  '/people',
  `/people?q=${who.phone}`,
  '/dashboard',
  '/figures',
  '/api/v1/totals?measure=ventures',
  ...[who.name, who.phone, said, 'Y2025-0001'].map(find),
];
const files = [...everyExport.sources.keys()].map((address) => `${address}.csv`);

/** Of a page, without the words that were asked for, which stand in its own form again. */
async function read(client: Client, address: string): Promise<string> {
  const { status, text } = await client.get(address);
  expect(status, address).toBeLessThan(500);
  const [, query = ''] = address.split('q=');
  return query === '' ? text : text.replaceAll(decodeURIComponent(query), '');
}

it('tells who objected on no page, in no file and in no search, to nobody', async () => {
  const wrong: string[] = [];
  for (const [name, client] of Object.entries(clients))
    for (const address of [...addresses(), ...files]) {
      const text = await read(client, address);
      for (const secret of [...secrets, said])
        if (text.includes(secret)) wrong.push(`${name} reads ${secret} at ${address}`);
    }
  expect(wrong).toEqual([]);
});

it('tells what was said to those of the case alone, and who it was to the bureau’s who may answer', async () => {
  const readers: string[] = [];
  const knowers: string[] = [];
  for (const [name, client] of Object.entries(clients)) {
    const { text } = await client.get(`/waivers/${number}`);
    if (text.includes(said)) readers.push(name);
    if (secrets.some((secret) => text.includes(secret))) knowers.push(name);
  }
  // bureau has approved the case, and does not answer.
  expect(knowers).toEqual(['bureau2']);
  const park = await parkOfCase();
  const ofCase = ['auditor', 'bureau', 'bureau2', 'founder2', ...park];
  expect(readers.sort()).toEqual(ofCase.sort());
});

/** The manager of its park and the reviewer of its county. */
async function parkOfCase(): Promise<string[]> {
  const { parkId, park } = await cast.db.waiverApplication.findUniqueOrThrow({
    where: { number },
    include: { park: true },
  });
  const accounts = await cast.db.account.findMany({ include: { parks: true } });
  return accounts
    .filter(
      ({ parks, regionCode }) =>
        parks.some((one) => one.parkId === parkId) || regionCode === park.regionCode.slice(0, 6),
    )
    .map(({ username }) => username);
}

it('opens the page of the answer to nobody else', async () => {
  const { id } = await cast.db.objection.findFirstOrThrow();
  for (const [name, client] of Object.entries(clients)) {
    const { status, text } = await client.get(`/waivers/${number}/objections/${id}/answer`);
    const isOpen = status === 200;
    expect([name, isOpen], name).toEqual([name, name.startsWith('bureau')]);
    if (name !== 'bureau2') expect(text.includes(who.phone), name).toBe(false);
  }
});

it('keeps who it was out of the history, of what the applicant is told, and of the letter', async () => {
  const { id } = await cast.db.objection.findFirstOrThrow();
  await cast.act(
    'bureau2',
    async (tx, by) =>
      resolveObjection(
        tx,
        by,
        { id, version: (await seen(cast, number)).version },
        { upholds: false, answer: '已到场核查，实际经营' },
      ),
    '2025-02-19',
  );
  await cast.act(
    'bureau2',
    async (tx, by) => grantWaiver(tx, by, await seen(cast, number)),
    '2025-03-04',
  );
  const { person } = await cast.db.waiverApplication.findUniqueOrThrow({
    where: { number },
    include: { person: true },
  });
  const kept = JSON.stringify([
    await cast.db.historyEvent.findMany(),
    await cast.db.outboxMessage.findMany({ where: { personId: person.id } }),
    await cast.db.letter.findMany(),
    await cast.db.waiverStep.findMany(),
    await cast.db.searchEntry.findMany(),
  ]);
  for (const secret of [...secrets, said]) expect(kept).not.toContain(secret);
  const letters = await clients.founder2?.get(`/waivers/${number}`);
  expect(letters?.text).toContain('已到场核查，实际经营');
  for (const secret of secrets) expect(letters?.text).not.toContain(secret);
});
