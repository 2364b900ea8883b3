import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';
import { HttpProblem } from '../web/errors.js';
import { type Font, missingFrom } from './font.js';
import { fileFor } from './font-part.js';

/** Pixels of the image for one of the drawing: sharp in print, and on a dense screen. */
const scale = 2;
/** A drawing has 96 pixels to an inch; the image says how dense it is, so that a document shows it as large as the drawing. */
const pixelsPerMetre = Math.round((96 * scale) / 0.0254);
/** Who waits longer than for so many images is told to come again. */
const mostWaiting = 12;

/** What draws is compiled for a processor: on one that it is not there for, everything but PNG works. */
const load = () => import('@resvg/resvg-js').catch(() => null);
let loading: ReturnType<typeof load> | undefined;
/** Loaded when a page first asks: a start need not wait for it. */
function renderer(): ReturnType<typeof load> {
  loading ??= load();
  return loading;
}
export const hasRenderer = async (): Promise<boolean> => (await renderer()) !== null;

const pack = promisify(deflate);
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Draws an SVG as a PNG on white, one after the other and off the main thread: each takes up to a second of a processor.
 * @throws HttpProblem 503 when too many wait, when the font lacks a character, which would be a box, and on a processor
 * for which nothing draws
 */
export async function drawPng(svg: string, font: Font): Promise<Buffer> {
  if (missingFrom(font.covers, textIn(svg)).length > 0)
    throw new HttpProblem(503, 'charts.png.no-character');
  if (waiting >= mostWaiting)
    throw new HttpProblem(503, 'charts.png.busy', { 'Retry-After': '10' });
  waiting += 1;
  const drawn = last.then(() => draw(svg, font));
  last = drawn.catch(() => {});
  return drawn.finally(() => {
    waiting -= 1;
  });
}

async function draw(svg: string, font: Font): Promise<Buffer> {
  const library = await renderer();
  if (library === null) throw new HttpProblem(503, 'charts.png.no-renderer');
  const file = await fileFor(font, textIn(svg));
  const { pixels, width, height } = await library.renderAsync(svg, {
    background: '#fff',
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: false,
      fontFiles: [file],
      defaultFontFamily: font.family,
      sansSerifFamily: font.family,
    },
  });
  return encode(pixels, width, height);
}

/** What is written in a drawing. */
const textIn = (svg: string): string =>
  svg
    .replace(/<style\b[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|\w+);/gi, (_, decimal, hex) =>
      decimal || hex ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)) : '&',
    );

/** The library packs on the main thread; this does not. Four bytes a pixel, no filter: the drawings are flat. */
async function encode(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const row = width * 4;
  const lines = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y += 1) pixels.copy(lines, y * (row + 1) + 1, y * row, (y + 1) * row);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 6, 0, 0, 0], 8);
  const density = Buffer.alloc(9);
  density.writeUInt32BE(pixelsPerMetre, 0);
  density.writeUInt32BE(pixelsPerMetre, 4);
  density[8] = 1;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('pHYs', density),
    chunk('IDAT', await pack(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(kind: string, bytes: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), bytes]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}
