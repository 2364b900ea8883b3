import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Cast, caseAt, startWaivers } from '../waivers/cast.js';
import { browserOf, caseOf, see, send } from '../waivers/desk.js';

let cast: Cast;
let number: string;
beforeAll(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'submitted');
});
afterAll(() => cast.close());

const receiptOf = (text: string): string =>
  /<div class="receipt"[^>]*>([\s\S]*?)<\/div>/.exec(text)?.[1] ?? '';
/** The hidden fields and the address of the button in a receipt. */
function formIn(text: string) {
  const receipt = receiptOf(text);
  const fields = [...receipt.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return {
    action: /action="([^"]+)"/.exec(receipt)?.[1] ?? '',
    fields: Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value])),
  };
}

it('what is taken back at once is a button with all that its form needs', async () => {
  const client = await browserOf(cast, 'park1');
  const claimed = await send(cast, 'park1', number, 'claim');
  const { text } = await client.get(String(claimed.location));
  expect(receiptOf(text)).toContain(`已认领，由您办理：${number}`);
  const { action, fields } = formIn(text);
  expect(action).toBe(`/waivers/${number}/release`);
  const released = await client.postExactly(action, fields);
  expect(released.status).toBe(303);
  expect((await caseOf(cast, number)).claimedById).toBeNull();
  const after = await client.get(String(released.location));
  expect(receiptOf(after.text)).toContain('已放回待办');
  expect(formIn(after.text).action).toBe(`/waivers/${number}/claim`);
});

it('the queue has the next act of a case as a button, for whoever sits at its desk', async () => {
  const button = new RegExp(`class="button button-small" href="/waivers/${number}/acceptance"`);
  expect(await see(cast, 'park1', '/waivers/queue?tab=all')).toMatch(button);
  const elsewhere = await see(cast, 'bureau', '/waivers/queue?tab=all');
  expect(elsewhere).toContain(number);
  expect(elsewhere).not.toMatch(button);
});
