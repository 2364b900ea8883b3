import { inWorker } from './in-worker.js';
import type { Pixels } from './pixels.js';

/** How the kinds of HEIF that phones write name themselves: one picture coded by HEVC. */
const brands = ['heic', 'heix', 'mif1'];

/** Whether bytes are a picture as iPhones store it (HEIC, ISO/IEC 23008-12), by its first box. */
export const isHeic = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 4, 8) === 'ftyp' && brands.includes(bytes.toString('latin1', 8, 12));

/** @throws RefusedFile for a broken one, one too large, and one that takes too long */
export const decodeHeic = (bytes: Buffer): Promise<Pixels> =>
  inWorker('src/files/heic.worker', bytes, { heapMegabytes: 128, seconds: 60 });
