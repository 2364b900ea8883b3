import { afterEach, beforeEach, expect, it } from 'vitest';
import { idle } from '../../src/imports/background.js';
import { type People, startPeople } from '../people/cast.js';
import { type Client, signIn } from '../web/client.js';
import { csv, heads } from './world.js';

let app: People;
let park1: Client;
beforeEach(async () => {
  app = await startPeople();
  park1 = await signIn(app.base, 'park1');
});
afterEach(async () => {
  await idle();
  await app.close();
});

async function send(bytes: Buffer) {
  const body = new FormData();
  body.append('_token', await park1.tokenOf('/imports/new'));
  body.append('parkId', String(app.parkIds[0]));
  body.append('file', new Blob([new Uint8Array(bytes)]), '台账.csv');
  return park1.send('/imports', { method: 'POST', body, headers: { accept: 'text/html' } });
}

it('asks about every row of a long list, so many on a page', async () => {
  const lines = Array.from(
    { length: 101 },
    (_, n) =>
      `渔火${n}号,联盟,,${'赵钱孙李周吴郑王冯陈褚'[n % 11]}${'甲乙丙丁戊己庚辛壬癸'[Math.floor(n / 11)]},139572${String(n).padStart(5, '0')},2025.1.7,,,`,
  );
  const href = (await send(csv(heads, ...lines))).location ?? '';
  await idle();
  const first = await park1.get(`${href}/choices`);
  expect([first.text.includes('row-101"'), first.text.includes('row-102"')]).toEqual([true, false]);
  const second = `${href}/choices?page=2`;
  expect(first.text.replaceAll('&#x3D;', '=')).toContain(second);
  const { text } = await park1.get(second);
  expect([text.includes('row-101"'), text.includes('row-102"')]).toEqual([false, true]);
  await park1.post(second, { 'row-102': 'cooperative' }, { from: second });
  await idle();
  expect((await park1.get(href)).text).toContain('确认导入 1 行');
  // A page that there no longer is shows the last.
  expect((await park1.get(second)).text).toContain('row-101"');
});

it('proposes the columns that a park said before, where it has to be asked again', async () => {
  const parkId = app.parkIds[0];
  await app.db.importHeading.create({ data: { parkId, heading: '找谁', columnKey: 'founder' } });
  const { text } = await send(csv('谁家,找谁', '石里竹编,万竹'));
  const founder = /<select[^>]*name="column-founder"[\s\S]*?<\/select>/.exec(text)?.[0] ?? '';
  expect(founder).toMatch(/<option value="1" selected/);
});
