import { expect, test } from 'vitest';
import { startNetwork } from '../ledger/cast.js';
import { signIn } from '../web/client.js';

/** The statements behind each page, cold and warm. */
async function statements(count: number, paths: string[]): Promise<number[]> {
  const app = await startNetwork(count);
  try {
    const client = await signIn(app.base, 'bureau');
    const counts: number[] = [];
    for (const path of paths) {
      app.queries.length = 0;
      expect((await client.get(path)).status).toBe(200);
      counts.push(app.queries.length);
    }
    return counts;
  } finally {
    await app.close();
  }
}

test('the dashboard and the records of a number take as many statements for 20 ventures as for 200', async () => {
  const dashboard = '/dashboard?asOf=2025-01-21';
  const paths = [
    dashboard,
    dashboard,
    '/totals?measure=jobs&scope=network&asOf=2025-01-21',
    '/totals?measure=owed&scope=region:330903&asOf=2025-01-21',
    '/api/v1/totals?asOf=2025-01-21',
  ];
  const few = await statements(20, paths);
  expect(await statements(200, paths)).toEqual(few);
  const [cold = 0, warm = 0] = few;
  expect(warm).toBeLessThan(cold);
});
