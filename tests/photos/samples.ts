import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';

/** A picture of 120 by 80 in red, with its upper left quarter in blue, as an iPhone stores it. */
export const someHeic = (): Buffer => readFileSync(path.join(import.meta.dirname, 'some.heic'));

const drawing = (width: number, height: number, colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="${width}" height="${height}" fill="${colour}"/>
      <rect width="${width / 2}" height="${height / 2}" fill="#3333cc"/></svg>`,
  );

/** A photo as a phone makes it, with its camera and the place where it was taken in it; blue at the upper left. */
export const somePhoto = (colour = '#cc3333', width = 2000, height = 1500): Promise<Buffer> =>
  sharp(drawing(width, height, colour))
    .jpeg()
    .withExif({ IFD0: { Make: 'PhoneOfSomebody' }, IFD3: { GPSLatitude: '30/1 1/1 0/1' } })
    .toBuffer();

export const somePngPhoto = (colour = '#cc3333'): Promise<Buffer> =>
  sharp(drawing(800, 600, colour))
    .png()
    .toBuffer();

/** The same held upright: its pixels lie on their side, and it says so. */
export async function turnedPhoto(): Promise<Buffer> {
  const lying = await sharp(drawing(1500, 2000, '#cc3333'))
    .rotate(270)
    .jpeg()
    .toBuffer();
  return sharp(lying).withMetadata({ orientation: 6 }).toBuffer();
}

/** The colour of a picture at a place, as parts of its width and height, roughly. */
export async function colourAt(bytes: Buffer, x: number, y: number): Promise<'red' | 'blue'> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return (data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue';
}
