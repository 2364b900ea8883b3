import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { expireSpacePhotos } from '../../src/parks/expire-space-photos.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { deleteRemoved } from '../../src/proofs/delete-removed.js';
import { letSpaces } from '../../src/ventures/let-spaces.js';
import { startParks } from '../parks/cast.js';
import { onceKey } from '../ventures/fields.js';
import { Client, signIn, type TestApp } from '../web/client.js';
import { filesOnDisk, sendPhotos } from './cast.js';
import { colourAt, somePhoto } from './samples.js';

let app: TestApp;
let space = { id: 0, number: '' };
let page = '';
beforeEach(async () => {
  app = await startParks();
  space = await app.db.space.findFirstOrThrow({ where: { name: '石屋二号' } });
  page = `/parks/P01/spaces/${space.number}/photos`;
});
afterEach(() => app.close());

const as = (username: string) => signIn(app.base, username);
const photos = () =>
  app.db.photo.findMany({ where: { spaceId: space.id }, orderBy: { position: 'asc' } });
const red = async () => ({ name: '门面.jpg', bytes: await somePhoto() });
const blue = async () => ({ name: '室内.jpg', bytes: await somePhoto('#3333aa', 900, 1200) });
const events = (verb: string) => app.db.historyEvent.count({ where: { verb } });
const mainOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));
/** The bytes of a picture, as anybody gets them. */
const fetched = async (address: string) => fetch(app.base + address);

describe('photos of a free space', () => {
  it('are added several at once by who keeps the park, and seen by everyone', async () => {
    const park1 = await as('park1');
    const sent = await sendPhotos(park1, page, [await red(), await blue()]);
    expect([sent.status, sent.location]).toEqual([303, page]);
    expect((await park1.get(page)).text).toContain('添加场地照片');
    const [first, second] = await photos();
    expect([first?.width, first?.height, second?.width, second?.height]).toEqual([
      1600, 1200, 900, 1200,
    ]);
    const text = mainOf((await new Client(app.base).get(`/spaces/${space.number}`)).text);
    const shown = text.replaceAll('&#x3D;', '=');
    const small = `/spaces/${space.number}/photos/${first?.id}?size=small`;
    expect(shown).toContain(
      `src="${small}" width="480" height="360" alt="石屋二号，照片 1（共 2 张）"`,
    );
    expect(shown).toContain('width="360" height="480"');
    for (const [address, width] of [
      [small, 480],
      [small.replace('?size=small', ''), 1600],
    ] as const) {
      const answer = await fetched(address);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      expect(answer.headers.get('cache-control')).toBe('public, max-age=3600');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.includes('PhoneOfSomebody')).toBe(false);
      expect(await colourAt(bytes, 0.8, 0.8)).toBe('red');
      expect(width).toBeGreaterThan(0);
      const etag = answer.headers.get('etag') ?? '';
      const again = await fetch(app.base + address, {
        headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
      });
      expect(again.status).toBe(304);
    }
  });

  it('are seen by nobody outside the register once it is let, is closed or is another', async () => {
    await sendPhotos(await as('park1'), page, [await red()]);
    const [photo] = await photos();
    const open = `/spaces/${space.number}/photos/${photo?.id}`;
    const other = await app.db.space.findFirstOrThrow({ where: { name: '码头棚屋' } });
    expect((await fetched(`/spaces/${other.number}/photos/${photo?.id}`)).status).toBe(404);
    expect((await fetched(`/spaces/${space.number}/photos/999`)).status).toBe(404);
    expect((await fetched(open)).status).toBe(200);
    const { id: ventureId } = await app.db.venture.findFirstOrThrow({
      where: { name: '不具名工坊' },
    });
    await transact(app.db, (tx) =>
      letSpaces(tx, { accountId: null, at: app.clock.now() }, [
        {
          ventureId,
          spaceId: space.id,
          beganOn: '2025-02-14',
          termEndOn: '2026-02-14',
          rent: 0,
          area: 8050,
        },
      ]),
    );
    expect((await fetched(open)).status).toBe(404);
    const inside = await (await as('putuo')).get(`${page}/${photo?.id}`);
    expect([inside.status, inside.headers.get('cache-control')]).toEqual([
      200,
      'private, max-age=3600',
    ]);
    expect((await (await as('park2')).get(`${page}/${photo?.id}`)).status).toBe(404);
    expect((await new Client(app.base).get(`${page}/${photo?.id}`)).status).toBe(303);
  });

  it('stand in the order, and are called what who keeps them says', async () => {
    const park1 = await as('park1');
    await sendPhotos(park1, page, [await red(), await blue()]);
    const [first, second] = await photos();
    const typed = {
      [`position-${first?.id}`]: '2',
      [`caption-${first?.id}`]: '门面<b>朝南',
      [`position-${second?.id}`]: '1',
      [`caption-${second?.id}`]: '',
    };
    const done = await park1.post(`${page}/order`, typed, { from: page });
    expect([done.status, done.location]).toEqual([303, page]);
    expect((await photos()).map(({ id }) => id)).toEqual([second?.id, first?.id]);
    const { text } = await new Client(app.base).get(`/spaces/${space.number}`);
    expect(text).toContain('alt="门面&lt;b&gt;朝南"');
    const before = await events('space.photos-arranged');
    await park1.post(
      `${page}/order`,
      {
        ...typed,
        [`position-${first?.id}`]: '7',
      },
      { from: page },
    );
    expect(await events('space.photos-arranged')).toBe(before);
    const bad = await park1.post(
      `${page}/order`,
      { ...typed, [`position-${first?.id}`]: 'x' },
      { from: page },
    );
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('门面&lt;b&gt;朝南');
    const gone = await park1.post(
      `${page}/order`,
      { ...typed, 'position-999': '1', 'caption-999': '' },
      { from: page },
    );
    expect(gone.status).toBe(409);
  });

  it('go, with their files, when they are taken away; twice is once', async () => {
    const park1 = await as('park1');
    await sendPhotos(park1, page, [await red(), await blue()]);
    expect(filesOnDisk(app)).toBe(4);
    const [first] = await photos();
    const removal = `${page}/${first?.id}/removal`;
    const token = await park1.tokenOf(removal);
    const fields = { _token: token, _key: onceKey('removal') };
    for (const _ of [1, 2]) expect((await park1.postExactly(removal, fields)).location).toBe(page);
    expect((await park1.postExactly(removal, { _token: token })).status).toBe(404);
    expect(filesOnDisk(app)).toBe(2);
    expect(await photos()).toHaveLength(1);
    expect((await fetched(`/spaces/${space.number}/photos/${first?.id}`)).status).toBe(404);
    expect(await events('space.photo-removed')).toBe(1);
  });
});

describe('a form with photos', () => {
  it('is refused to whoever does not keep the park, and leaves nothing', async () => {
    for (const [who, status] of [
      ['park2', 404],
      ['putuo', 403],
      ['auditor', 403],
    ] as const)
      expect((await sendPhotos(await as(who), page, [await red()])).status, who).toBe(status);
    const nobody = await sendPhotos(new Client(app.base), page, [await red()]);
    expect([401, 303, 403]).toContain(nobody.status);
    expect([await photos(), filesOnDisk(app)]).toEqual([[], 0]);
  });

  it('writes nothing where one of them is not taken, and says which', async () => {
    const broken = { name: '坏的.jpg', bytes: (await somePhoto()).subarray(0, 4000) };
    const sent = await sendPhotos(await as('park1'), page, [await red(), broken]);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('“坏的.jpg”已损坏或不完整');
    const none = await sendPhotos(await as('park1'), page, []);
    expect([none.status, none.text.includes('请选择照片')]).toEqual([422, true]);
    const seven = await Promise.all(Array.from({ length: 7 }, red));
    const many = await sendPhotos(await as('park1'), page, seven);
    expect([many.status, many.text.includes('一次最多上传 6 张')]).toEqual([422, true]);
    const huge = { name: 'a.jpg', bytes: Buffer.alloc(16 * 1024 * 1024) };
    const tooLarge = await sendPhotos(await as('park1'), page, [huge]);
    expect([tooLarge.status, tooLarge.text.includes('超过 15 MB')]).toEqual([422, true]);
    expect([await photos(), filesOnDisk(app)]).toEqual([[], 0]);
  });

  it('makes no double when it is sent again, with its key or with another', async () => {
    const park1 = await as('park1');
    const fields = { _key: onceKey('photos') };
    for (const _ of [1, 2])
      expect((await sendPhotos(park1, page, [await red()], { fields })).location).toBe(page);
    const other = await sendPhotos(park1, page, [await red(), await red()]);
    expect(other.location).toBe(page);
    expect([(await photos()).length, filesOnDisk(app)]).toEqual([1, 2]);
    expect(await events('space.photos-added')).toBe(1);
    // Twelve of a space and no more.
    for (let n = 0; n < 11; n += 1) {
      const bytes = await somePhoto('#aa0000', 100 + n, 100);
      expect((await sendPhotos(park1, page, [{ name: 'a.jpg', bytes }])).status).toBe(303);
    }
    const last = await sendPhotos(park1, page, [await blue()]);
    expect([last.status, last.text.includes('最多保存 12 张照片，现有 12 张')]).toEqual([
      422,
      true,
    ]);
    expect(filesOnDisk(app)).toBe(24);
  });
});

it('photos of a space that has closed are kept for 30 days, and deleted', async () => {
  await sendPhotos(await as('park1'), page, [await red()]);
  await app.db.space.update({ where: { id: space.id }, data: { closedOn: '2025-03-01' } });
  expect(await expireSpacePhotos(app.db, new Date('2025-03-30T02:00:00Z'))).toBe(0);
  expect(await expireSpacePhotos(app.db, new Date('2025-03-31T02:00:00Z'))).toBe(1);
  expect(await deleteRemoved(app.db, proofsFolder(app.config))).toBe(2);
  expect([await photos(), filesOnDisk(app)]).toEqual([[], 0]);
  expect(await events('space.photos-expired')).toBe(1);
});
