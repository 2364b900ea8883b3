import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/language/refusal.js';
import { checkPhoto } from '../../src/photos/check-photo.js';
import { heicAsJpeg } from '../../src/proofs/heic-as-jpeg.js';
import { crc32 } from '../proofs/crc32.js';
import { somePdf } from '../proofs/samples.js';
import { colourAt, someHeic, somePhoto, somePngPhoto, turnedPhoto } from './samples.js';

/** How a photo is refused; null where it is taken. */
async function refusalOf(bytes: Buffer, name = '照片.jpg'): Promise<string | null> {
  try {
    await checkPhoto({ name, bytes });
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [fault] = error.faults;
    expect(fault).toMatchObject({ field: 'file', values: { name } });
    return fault?.key ?? '';
  }
}

describe('a photo that is taken', () => {
  it('is drawn anew in two sizes, and says nothing of camera and place', async () => {
    const bytes = await somePhoto();
    expect(bytes.includes('PhoneOfSomebody')).toBe(true);
    const { file, thumbnail } = await checkPhoto({ name: 'a.jpg', bytes });
    expect([file.width, file.height]).toEqual([1600, 1200]);
    expect([thumbnail.width, thumbnail.height]).toEqual([480, 360]);
    for (const drawn of [file, thumbnail]) {
      const { format, exif, icc, xmp } = await sharp(drawn.bytes).metadata();
      expect([format, exif, icc, xmp]).toEqual(['jpeg', undefined, undefined, undefined]);
      expect(await colourAt(drawn.bytes, 0.2, 0.2)).toBe('blue');
      expect(await colourAt(drawn.bytes, 0.8, 0.8)).toBe('red');
    }
  });

  it('stands upright', async () => {
    const { file } = await checkPhoto({ name: 'a.jpg', bytes: await turnedPhoto() });
    expect([file.width, file.height]).toEqual([1200, 1600]);
    expect(await colourAt(file.bytes, 0.2, 0.2)).toBe('blue');
    expect(await colourAt(file.bytes, 0.8, 0.2)).toBe('red');
  });

  it('may be a PNG, or what an iPhone stores, whatever its name', async () => {
    const png = await checkPhoto({ name: 'a.png', bytes: await somePngPhoto() });
    expect([png.file.width, png.file.height]).toEqual([800, 600]);
    const heic = await checkPhoto({ name: 'IMG_1.HEIC', bytes: someHeic() });
    expect([heic.file.width, heic.file.height]).toEqual([120, 80]);
    expect(await colourAt(heic.file.bytes, 0.2, 0.2)).toBe('blue');
    expect(await colourAt(heic.file.bytes, 0.8, 0.8)).toBe('red');
  });
});

describe('a photo that is not taken says why, with its name', () => {
  it('is empty, or no photo', async () => {
    expect(await refusalOf(Buffer.alloc(0))).toBe('photos.empty');
    expect(await refusalOf(somePdf())).toBe('photos.kind');
    expect(await refusalOf(Buffer.from('hello'))).toBe('photos.kind');
    const gif = await sharp(await somePngPhoto())
      .gif()
      .toBuffer();
    expect(await refusalOf(gif)).toBe('photos.kind');
  });

  it('is cut, at any place', async () => {
    for (const bytes of [await somePhoto(), await somePngPhoto(), someHeic()])
      for (const part of [0.1, 0.5, 0.9])
        expect(await refusalOf(bytes.subarray(0, bytes.length * part)), `${part}`).toBe(
          'photos.broken',
        );
  });

  it('is something else as well', async () => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>');
    expect(await refusalOf(Buffer.concat([await somePhoto(), page]))).toBe('photos.double');
    expect(await refusalOf(Buffer.concat([await somePngPhoto(), page]))).toBe('photos.double');
  });

  it('moves', async () => {
    const png = await somePngPhoto();
    const header = png.indexOf('IDAT') - 4;
    const control = Buffer.concat([Buffer.from('acTL'), Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])]);
    const moving = [png.subarray(0, header), chunkOf(control), png.subarray(header)];
    expect(await refusalOf(Buffer.concat(moving))).toBe('photos.animated');
  });

  it('has more pixels than are decoded: a few bytes that would fill the memory', async () => {
    const bomb = bigPng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().rss;
    expect(await refusalOf(bomb)).toBe('photos.pixels');
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    const heic = someHeic();
    const size = heic.indexOf('ispe') + 8;
    heic.writeUInt32BE(20_000, size);
    heic.writeUInt32BE(20_000, size + 4);
    expect(['photos.pixels', 'photos.broken']).toContain(await refusalOf(heic));
  });
});

describe('a paper that an iPhone photographed', () => {
  it('becomes a JPEG that the desks can open, and other files stay as they are', async () => {
    const { name, bytes } = await heicAsJpeg({ name: '毕业证书.HEIC', bytes: someHeic() });
    expect(name).toBe('毕业证书.jpg');
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
    const pdf = { name: 'a.pdf', bytes: somePdf() };
    expect(await heicAsJpeg(pdf)).toEqual(pdf);
  });

  it('is refused where it is broken, or called something else', async () => {
    const keyOf = (file: { name: string; bytes: Buffer }) =>
      heicAsJpeg(file).catch((error: Refusal) => error.faults[0]?.key);
    expect(await keyOf({ name: 'a.heic', bytes: someHeic().subarray(0, 400) })).toBe(
      'proofs.file.heic',
    );
    expect(await keyOf({ name: 'a.pdf', bytes: someHeic() })).toBe('proofs.file.heic-lies');
  });
});

/** A chunk of a PNG: its length, name and content, and a sum. */
function chunkOf(content: Buffer): Buffer {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length - 4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}

/** A PNG of one colour, a bit a pixel, that packs very small. */
function bigPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunkOf(Buffer.concat([Buffer.from('IHDR'), header])),
    chunkOf(Buffer.concat([Buffer.from('IDAT'), rows])),
    chunkOf(Buffer.from('IEND')),
  ]);
}
