import libheif from 'libheif-js/wasm-bundle.js';
import { answerJob } from './answer-job.js';
import { RefusedFile } from './limits.js';
import { mostPixels, type Pixels } from './pixels.js';

// What it says of a broken file is for the log of a developer; the page says what matters.
console.log = () => {};
console.error = () => {};

/** Its first picture, turned as it should be seen. Whether it is too large stands in its head, before anything is decoded. */
async function decode(bytes: Uint8Array): Promise<Pixels> {
  await libheif.ready;
  const [image] = new libheif.HeifDecoder().decode(bytes);
  if (!image) throw new RefusedFile('unreadable');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels.heic) throw new RefusedFile('pixels', mostPixels.heic / 1e6);
  const data = new Uint8ClampedArray(width * height * 4);
  const isDone = await new Promise<boolean>((resolve) =>
    image.display({ data, width, height }, (pixels) => resolve(pixels !== null)),
  );
  if (!isDone) throw new RefusedFile('unreadable');
  return { data, width, height };
}

answerJob(decode, ({ data }) => [data.buffer]);
