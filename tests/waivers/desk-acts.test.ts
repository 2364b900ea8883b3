import { afterEach, expect, it } from 'vitest';
import { type Cast, caseAt, startWaivers } from './cast.js';
import { browserOf, caseOf, type DeskAct, morning, nobody, send, versionFor } from './desk.js';

let cast: Cast;
afterEach(() => cast.close());

const note = '经核实，说明如下。';
const acts: DeskAct[] = [
  {
    page: 'acceptance',
    at: 'submitted',
    who: 'park1',
    becomes: 'park-review',
    form: {},
    bad: { version: 'x' },
  },
  {
    page: 'correction',
    at: 'submitted',
    who: 'park1',
    becomes: 'correction',
    form: { fields: ['months'], proof: 'lease', note },
    bad: { fields: [], proof: [] },
  },
  {
    page: 'non-acceptance',
    at: 'submitted',
    who: 'park1',
    becomes: 'not-accepted',
    form: { reason: 'out-of-scope', note },
    bad: { reason: 'as-assessed', note: ' ' },
  },
  {
    page: 'further-paper',
    at: 'county-review',
    who: 'putuo',
    becomes: 'supplement',
    form: { paper: '社会保险缴费证明', note },
    bad: { paper: ' ', note: ' ' },
  },
  {
    page: 'stepping-aside',
    at: 'submitted',
    who: 'park1',
    becomes: 'submitted',
    form: { inside: '申请人是亲属' },
    bad: { inside: ' ' },
  },
  {
    page: 'claim',
    at: 'park-review',
    who: 'park1',
    becomes: 'park-review',
    form: {},
    bad: { version: '' },
  },
  {
    page: 'review',
    at: 'park-review',
    who: 'park1',
    becomes: 'county-review',
    form: { recommends: 'grant', inside: '' },
    bad: { recommends: 'refuse' },
  },
  {
    page: 'review',
    at: 'county-review',
    who: 'putuo',
    becomes: 'bureau-review',
    form: { recommends: 'refuse', inside: note },
    bad: { recommends: '' },
  },
  {
    page: 'sending-back',
    at: 'county-review',
    who: 'putuo',
    becomes: 'park-review',
    form: { inside: note },
    bad: { inside: '' },
  },
  {
    page: 'sending-back',
    at: 'bureau-review',
    who: 'bureau',
    becomes: 'county-review',
    form: { inside: note },
    bad: { inside: '' },
  },
  {
    page: 'determination',
    at: 'bureau-review',
    who: 'bureau',
    becomes: 'notice',
    form: { outcome: 'approve.as-assessed', note: '' },
    bad: { outcome: 'approve.lapse' },
  },
  {
    page: 'determination',
    at: 'bureau-review',
    who: 'bureau',
    becomes: 'refused',
    form: { outcome: 'refuse.proof-false', note },
    bad: { note: '' },
  },
  {
    page: 'grant',
    at: 'notice',
    who: 'bureau2',
    becomes: 'granted',
    day: '2025-02-26',
    form: {},
    bad: { version: '-1' },
  },
  {
    page: 'revocation',
    at: 'granted',
    who: 'bureau2',
    becomes: 'revoked',
    day: '2025-03-05',
    form: { from: '2025-03-10', reason: 'premises-not-used', note },
    bad: { from: '2024-01-01' },
  },
  {
    page: 'early-end',
    at: 'granted',
    who: 'park1',
    becomes: 'granted',
    day: '2025-03-05',
    form: { endedOn: '2025-03-10', reason: 'left', note },
    bad: { reason: 'revoked' },
  },
];

it.each(acts.map((act) => [act.page, act.at, act.becomes, act] as const))(
  '%s on a case at %s leads to %s, once, for who sits there only',
  async (page, at, becomes, { who, form, bad, day = '2025-02-18' }) => {
    cast = await startWaivers();
    const number = await caseAt(cast, at);
    cast.clock.set(morning(day));
    const address = `/waivers/${number}/${page}`;
    const version = await versionFor(cast, number, page);

    expect((await nobody(cast).postExactly(address, { ...form, version })).status).toBe(401);
    // Another park does not know of it; who only reads, or sits elsewhere, may not.
    for (const [other, status] of [
      ...[['park2', 404] as const, ['admin', 404] as const, ['auditor', 403] as const],
      ...(who === 'putuo' ? [] : [['putuo', 403] as const]),
      ['founder2', 403] as const,
    ])
      expect((await send(cast, other, number, page, form)).status, other).toBe(status);
    expect((await send(cast, who, 'A2025-999999', page, { ...form, version })).status).toBe(404);

    const refused = await send(cast, who, number, page, { ...form, ...bad });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('error-summary');
    expect(await versionFor(cast, number, page)).toBe(version);

    const client = await browserOf(cast, who);
    const sent = { ...form, version, _key: `key-${'x'.repeat(20)}` };
    const first = await client.post(address, sent, { from: '/account' });
    expect([first.status, first.location]).toEqual([303, `/waivers/${number}`]);
    expect((await caseOf(cast, number)).state).toBe(becomes);
    const again = await client.post(address, sent, { from: '/account' });
    expect([again.status, again.location]).toEqual([303, `/waivers/${number}`]);
    const late = await client.post(address, { ...form, version }, { from: '/account' });
    expect(late.status).toBe(409);
  },
);
