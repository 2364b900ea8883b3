import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestText } from '../../src/identities/consent-text.js';
import { adoptVersion } from '../../src/waivers/adopt-version.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import { commentOnApplication } from '../../src/waivers/comment-on-application.js';
import { saveAnswers } from '../../src/waivers/save-answers.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { somePdf } from '../proofs/samples.js';
import { Client } from '../web/client.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { sendFile } from './pages.js';

let cast: Cast;
let draft: string;
let file: number;
beforeAll(async () => {
  cast = await startWaivers();
  draft = await caseAt(cast, 'draft'); // of founder2, in P01
  file = (await cast.db.waiverProof.findFirstOrThrow({ where: { item: 'lease' } })).proofFileId;
});
afterAll(() => cast.close());

/** Everything that is sent about a case, by the last part of its address. */
const posts = [
  ['questions/months', { version: '1', was: '', months: '6' }],
  ['consents/identity', { textVersion: String(newestText('identity').version), agree: 'yes' }],
  ['identity', { kind: 'resident', number: '1', replaces: '' }],
  ['proof/lease/kept', { kept: '1' }],
  ['submission', { version: '1', declares: 'yes' }],
  ['version', { version: '1' }],
  ['withdrawal', { version: '1', note: '' }],
  ['reconsideration', { version: '1', note: '试' }],
  ['replies', { text: '您好' }],
  ['surrender', { version: '1', endedOn: '2025-03-01', note: '试' }],
] as const;
const all = () => [...posts, [`proof/lease/${file}/removal`, {}] as const];

describe('what is sent about a case', () => {
  it.each(['founder1', 'park2', 'park1', 'putuo', 'bureau', 'auditor', 'admin'])(
    'is not found for %s, who does not see a draft',
    async (username) => {
      const client = await cast.as(username);
      for (const [path, form] of all()) {
        const sent = await client.post(`/waivers/${draft}/${path}`, { ...form });
        expect([path, sent.status]).toEqual([path, 404]);
      }
      for (const path of ['proof/lease', 'signed-form']) {
        const pdf = { name: 'a.pdf', bytes: somePdf(username) };
        expect((await sendFile(client, `/waivers/${draft}/${path}`, pdf)).status).toBe(404);
      }
    },
  );

  it('leads nobody anywhere, and knows no other number', async () => {
    const visitor = new Client(cast.base);
    const founder = await cast.as('founder2');
    for (const [path, form] of all()) {
      expect((await visitor.postExactly(`/waivers/${draft}/${path}`, { ...form })).status).toBe(
        401,
      );
      for (const number of ['A2025-999999', 'nothing'])
        expect((await founder.post(`/waivers/${number}/${path}`, { ...form })).status).toBe(404);
    }
    expect((await sendFile(visitor, `/waivers/${draft}/proof/lease`, null)).status).toBe(401);
  });

  it('is refused who sees what was handed in, but does not fill it in', async () => {
    const number = await caseAt(cast, 'submitted', { policyCode: 'rent-subsidy' });
    for (const username of ['park1', 'putuo', 'bureau', 'auditor']) {
      const client = await cast.as(username);
      for (const [path, form] of posts) {
        const sent = await client.post(`/waivers/${number}/${path}`, { ...form });
        expect([username, path, sent.status]).toEqual([username, path, 403]);
      }
      const pdf = { name: 'a.pdf', bytes: somePdf(username) };
      expect((await sendFile(client, `/waivers/${number}/proof/lease`, pdf)).status).toBe(403);
      expect((await client.get(`/waivers/${number}`)).status).toBe(200);
    }
    const outside = await cast.as('park2');
    expect((await outside.get(`/waivers/${number}`)).status).toBe(404);
  });

  it('is guarded in the verbs too', async () => {
    const at = await seen(cast, draft);
    for (const username of ['founder1', 'park1', 'park2', 'bureau', 'auditor', 'admin']) {
      const tries = [
        () => cast.act(username, (tx, by) => saveAnswers(tx, by, at, { months: 1 })),
        () => cast.act(username, (tx, by) => adoptVersion(tx, by, at)),
        () => cast.act(username, (tx, by) => withdrawApplication(tx, by, at, { note: '' })),
      ];
      for (const one of tries) await expect(one()).rejects.toMatchObject({ status: 403 });
    }
    const begin = {
      policyCode: 'rent-free',
      ventureId: cast.ventureIds[1],
      personId: cast.person.id,
    };
    for (const username of ['founder1', 'founder2', 'park2', 'bureau'])
      await expect(
        cast.act(username, (tx, by) => beginApplication(tx, by, begin)),
      ).rejects.toMatchObject({ status: 403 });
    const comment = { audience: 'founder', text: '试' } as const;
    await expect(
      cast.act('founder1', (tx, by) => commentOnApplication(tx, by, at, comment)),
    ).rejects.toMatchObject({ status: 403 });
    await expect(cast.act('founder2', (tx, by) => adoptVersion(tx, by, at))).rejects.toThrow(
      'waivers.not-at-this-step',
    );
  });
});

describe('beginning', () => {
  it('is for founders and the managers of their park', async () => {
    const { number } = await cast.db.venture.findUniqueOrThrow({
      where: { id: cast.ventureIds[0] },
    });
    const form = { policy: 'rent-free', venture: number, person: cast.person.number };
    const send = async (username: string) => {
      const client = await cast.as(username);
      return (await client.post('/waivers/new', form)).status;
    };
    for (const username of ['putuo', 'bureau', 'auditor', 'admin'])
      expect([username, await send(username)]).toEqual([username, 403]);
    expect(await send('park2')).toBe(404);
    // Another founder's venture is none of the own.
    expect(await send('founder2')).toBe(422);
    expect((await new Client(cast.base).postExactly('/waivers/new', form)).status).toBe(401);
    const manager = await cast.as('park1');
    expect((await manager.get(`/waivers/new?venture=${number}`)).text).toContain(
      cast.person.number,
    );
    expect((await manager.get('/waivers/new?venture=V1999-0001')).status).toBe(404);
    const stranger = { ...form, person: cast.other.number };
    expect((await manager.post('/waivers/new', stranger)).status).toBe(422);
  });
});
