import { rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proofsFolder } from '../../src/process/data-folders.js';
import { checkProofs } from '../../src/proofs/check-proofs.js';
import { deleteRemoved } from '../../src/proofs/delete-removed.js';
import { pathOf } from '../../src/proofs/file-store.js';
import { resealProofs } from '../../src/proofs/reseal-proofs.js';
import { expireVisitPhotos } from '../../src/visits/visit-photos.js';
import { onceKey } from '../ventures/fields.js';
import { type Cast, startVisits } from '../visits/cast.js';
import { Client } from '../web/client.js';
import { filesOnDisk, sendPhotos } from './cast.js';
import { someHeic, somePhoto } from './samples.js';

let cast: Cast;
beforeEach(async () => {
  cast = await startVisits();
});
afterEach(() => cast.close());

const typed = () => ({
  parkId: String(cast.parkIds[0]),
  madeOn: '2025-02-12',
  kind: 'visit',
  madeBy: '王海燕',
  ventureIds: String(cast.idOf(3)),
  note: '看了场地',
  followUpOn: '',
});
const red = async () => ({ name: '现场.jpg', bytes: await somePhoto() });
const photos = () => cast.db.photo.findMany({ orderBy: { position: 'asc' } });
const events = (verb: string) => cast.db.historyEvent.count({ where: { verb } });

describe('a visit', () => {
  it('is logged with its photos in one form, and sent again makes one of each', async () => {
    const park1 = cast.as('park1');
    const fields = { ...typed(), _key: onceKey('visit') };
    const files = [await red(), { name: 'IMG_2.HEIC', bytes: someHeic() }];
    const sent = await sendPhotos(park1, '/visits/new', files, { fields });
    expect(sent.status).toBe(303);
    const again = await sendPhotos(park1, '/visits/new', files, { fields });
    expect(again.location).toBe(sent.location);
    expect([await cast.db.visit.count(), (await photos()).length, filesOnDisk(cast)]).toEqual([
      1, 2, 4,
    ]);
    const { text } = await park1.get(sent.location ?? '');
    const [first] = await photos();
    expect(text.replaceAll('&#x3D;', '=')).toContain(
      `src="${sent.location}/photos/${first?.id}?size=small"`,
    );
    // Above the page stands the visit, which is what was done.
    expect(text).toMatch(/登记走访服务.*添加走访照片/s);
  });

  it('is logged without photos by a form of either kind', async () => {
    const park1 = cast.as('park1');
    expect((await sendPhotos(park1, '/visits/new', [], { fields: typed() })).status).toBe(303);
    expect((await park1.post('/visits/new', typed())).status).toBe(303);
    expect([await cast.db.visit.count(), filesOnDisk(cast)]).toEqual([2, 0]);
  });

  it('keeps what was typed where a photo or a field is not taken, and writes nothing', async () => {
    const park1 = cast.as('park1');
    const bad = { name: '坏的.jpg', bytes: Buffer.from('no photo') };
    const wrongPhoto = await sendPhotos(park1, '/visits/new', [bad], { fields: typed() });
    const wrongField = await sendPhotos(park1, '/visits/new', [await red()], {
      fields: { ...typed(), madeBy: '' },
    });
    for (const { status, text } of [wrongPhoto, wrongField]) {
      expect(status).toBe(422);
      expect(text).toContain('看了场地');
    }
    expect(wrongPhoto.text).toContain('“坏的.jpg”不是 JPEG、PNG 或 HEIC 照片');
    expect([await cast.db.visit.count(), filesOnDisk(cast)]).toEqual([0, 0]);
  });

  it('tells a script where to go, and its page says all that was done', async () => {
    const park1 = cast.as('park1');
    const script = { accept: 'application/json' };
    const logged = await sendPhotos(park1, '/visits/new', [], {
      fields: typed(),
      headers: script,
    });
    expect(logged.status).toBe(200);
    const { href, receipt } = JSON.parse(logged.text);
    const added = await sendPhotos(park1, `${href}/photos`, [await red()], {
      headers: { ...script, 'x-receipt': receipt },
    });
    expect(JSON.parse(added.text).href).toBe(href);
    expect((await park1.get(href)).text).toMatch(/登记走访服务.*添加走访照片/s);
    const refused = await sendPhotos(park1, `${href}/photos`, [], { headers: script });
    expect(refused.status).toBe(422);
  });
});

describe('photos of a visit', () => {
  let visit = '';
  let address = '';
  beforeEach(async () => {
    visit = `/visits/${await cast.log({})}`;
    await sendPhotos(cast.as('park1'), `${visit}/photos`, [await red()]);
    address = `${visit}/photos/${(await photos())[0]?.id}`;
  });

  it('are seen by who may read it, and by nobody else, not by another address either', async () => {
    for (const who of ['park1', 'bureau']) {
      const { status, headers } = await cast.as(who).get(address);
      expect([who, status]).toEqual([who, 200]);
      expect(headers.get('cache-control')).toBe('private, max-age=3600');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
    expect((await cast.as('park3').get(address)).status).toBe(404);
    expect((await new Client(cast.base).get(address)).status).toBe(303);
    const other = await cast.log({ parkId: cast.parkIds[2] as number, ventureIds: [cast.idOf(2)] });
    const theirs = address.replace(visit, `/visits/${other}`);
    expect((await cast.as('park3').get(`/visits/${other}`)).status).toBe(200);
    expect((await cast.as('park3').get(theirs)).status).toBe(404);
    const number = (await cast.db.space.findFirstOrThrow()).number;
    const asSpace = `/spaces/${number}/photos/${(await photos())[0]?.id}`;
    expect((await new Client(cast.base).get(asSpace)).status).toBe(404);
    expect((await sendPhotos(cast.as('park3'), `${visit}/photos`, [await red()])).status).toBe(404);
    expect((await cast.as('park3').post(`${address}/removal`, { reason: '测试' })).status).toBe(
      404,
    );
  });

  it('go one by one for a reason, and all when the visit is cancelled', async () => {
    const park1 = cast.as('park1');
    expect((await park1.post(`${address}/removal`, { reason: '' })).status).toBe(422);
    expect(filesOnDisk(cast)).toBe(2);
    expect((await park1.post(`${address}/removal`, { reason: '拍到了客人' })).status).toBe(303);
    expect([(await photos()).length, filesOnDisk(cast)]).toEqual([0, 0]);
    expect((await park1.post(`${address}/removal`, { reason: '再删' })).status).toBe(404);
    await sendPhotos(park1, `${visit}/photos`, [await red()]);
    expect(filesOnDisk(cast)).toBe(2);
    const cancelled = await park1.post(`${visit}/cancellation`, { version: '1', reason: '误记' });
    expect(cancelled.status).toBe(303);
    expect([(await photos()).length, filesOnDisk(cast)]).toEqual([0, 0]);
    expect((await sendPhotos(park1, `${visit}/photos`, [await red()])).status).toBe(409);
  });

  it('are deleted two years after the visit', async () => {
    expect(await expireVisitPhotos(cast.db, new Date('2027-02-10T02:00:00Z'))).toBe(0);
    expect(await expireVisitPhotos(cast.db, new Date('2027-02-11T02:00:00Z'))).toBe(1);
    expect(await deleteRemoved(cast.db, proofsFolder(cast.config))).toBe(2);
    expect([(await photos()).length, filesOnDisk(cast)]).toEqual([0, 0]);
    expect(await events('visit.photos-expired')).toBe(1);
  });

  it('are checked, sealed anew and missed like every file that is sealed', async () => {
    const folder = proofsFolder(cast.config);
    const recorded = () =>
      cast.db.proofFile.findMany({ where: { removedAt: null }, orderBy: { id: 'asc' } });
    const check = async () =>
      (
        await checkProofs(await recorded(), {
          folder,
          keys: cast.keys,
          isCurrent: async () => true,
        })
      ).faults;
    expect(await check()).toEqual([]);
    expect(await resealProofs(cast.db, cast.keys, folder)).toBe(0);
    const [one, two] = await recorded();
    await writeFile(pathOf(folder, one?.storedAs ?? ''), 'altered');
    await rm(pathOf(folder, two?.storedAs ?? ''));
    expect(await check()).toEqual([
      expect.stringContaining('altered'),
      expect.stringContaining('not there'),
    ]);
  });
});
