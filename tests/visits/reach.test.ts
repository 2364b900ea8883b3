import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstOf, pageOf, startServed, textOf } from './cast.js';

let cast: Awaited<ReturnType<typeof startServed>>;
let numbers: string[];
beforeAll(async () => {
  cast = await startServed();
  numbers = cast.numbers;
});
afterAll(() => cast.close());

const page = (who: string, address: string) => pageOf(cast, who, address);

describe('whom nobody was at', () => {
  it('those without a visit for so many days, the longest first', async () => {
    const overdue = await page('park13', '/visits/reach?state=overdue');
    // 9号's visit was cancelled; 6号 was at a training 73 days ago; 0号 was called in the park that it was in before.
    const names = firstOf(overdue);
    expect(names.slice(-2)).toEqual(['海风0号', '海风6号']);
    expect([...names].sort()).toEqual(
      ['海风0号', '海风11号', '海风5号', '海风6号', '海风8号', '海风9号'].sort(),
    );
    expect(overdue).toContain(
      `/visits/new?park=P01&amp;venture=${numbers[9]}`.replaceAll('=', '&#x3D;'),
    );
    expect(await page('putuo', '/visits/reach?state=overdue')).not.toContain('/visits/new');
  });

  it('not who came lately; how many days that is, the bureau says', async () => {
    const then = await page('bureau', '/visits/reach?state=overdue&asOf=2023-04-01');
    expect(firstOf(then)).toEqual([]);
    const form = {
      ventures: '3',
      survival: '80',
      'on-time': '70',
      use: '50',
      'jobs-each': '5.5',
      'stay-months': '24',
      'visit-days': '90',
      activities: '1',
      reach: '60',
    };
    expect((await cast.as('bureau').post('/reports/thresholds', form)).status).toBe(303);
    const now = await page('park1', '/visits/reach?state=overdue');
    expect(firstOf(now)).toEqual(['海风9号']);
    expect(textOf(now)).toContain('超过 90 天');
    await cast.as('bureau').post('/reports/thresholds', { ...form, 'visit-days': '60' });
  });

  it('and whom to follow up, until somebody was in touch', async () => {
    expect(firstOf(await page('bureau', '/visits/reach?state=due'))).toEqual(['海风2号']);
    expect(firstOf(await page('bureau', '/visits/reach?state=due&asOf=2025-01-31'))).toEqual([]);
    expect(firstOf(await page('park1', '/visits/reach?state=due'))).toEqual([]);
  });

  it('goes out as a file of the same ventures', async () => {
    const { text } = await cast.as('park1').get('/visits/reach.csv?state=overdue');
    const rows = text.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(',')[0])).toEqual([numbers[9], numbers[6]]);
  });
});

describe('the fourth promise on the dashboard', () => {
  const shown = async (who: string, query = '') => {
    const html = await page(who, `/dashboard${query}`);
    const figure = (label: string) =>
      Number(new RegExp(`${label} (\\d+)`).exec(textOf(html))?.[1] ?? -1);
    return { html, served: figure('近30天服务过的在园创业主体'), overdue: figure('久未走访') };
  };

  it.each([
    ['bureau', ''],
    ['putuo', ''],
    ['park1', ''],
    ['park13', ''],
    ['bureau', 'asOf=2024-12-31'],
    ['park13', 'asOf=2024-04-20'],
  ])('is exactly the records under it: %s %s', async (who, day) => {
    const { served, overdue } = await shown(who, `?${day}`);
    for (const [state, n] of [
      ['served', served],
      ['overdue', overdue],
    ] as const) {
      const list = await page(who, `/visits/reach?state=${state}&${day}`);
      expect(firstOf(list), state).toHaveLength(n);
    }
  });

  it('counts a venture once, wherever it was served', async () => {
    expect((await shown('bureau')).served).toBe(2);
    expect((await shown('bureau', '?asOf=2024-12-31')).served).toBe(2);
    // 0号 was called in P01, and counts where it is in residence.
    expect((await shown('park1', '?asOf=2024-04-20')).served).toBe(1);
    const { idOf, log } = cast;
    await log({ kind: 'call', madeOn: '2024-05-09', ventureIds: [idOf(0)] });
    expect((await shown('park3', '?asOf=2024-05-20')).served).toBe(1);
    expect((await shown('park1', '?asOf=2024-05-20')).served).toBe(0);
  });

  it('leads a manager to logging one, and is silent as of an earlier position', async () => {
    expect((await shown('park1')).html).toContain('href="/visits/new"');
    expect((await shown('bureau', '?position=1')).html).toContain('不回溯到较早的台账序号');
  });
});
