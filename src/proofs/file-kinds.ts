import { jpegFault } from './jpeg.js';
import { pdfFault } from './pdf.js';
import { pngFault } from './png.js';
import type { ContentFault } from './whole-file.js';

export const mostBytes = 10 * 1024 * 1024;

export type FileKind = {
  label: string;
  mediaType: string;
  /** How the name of such a file ends. */
  endings: string[];
  /** What the content is by its first bytes. */
  isSniffedAs: string;
  /** What is wrong with its content; of a zip it is known already. */
  fault?: (bytes: Buffer) => ContentFault | null;
};

/** The kinds of file that are taken. */
export const fileKinds: FileKind[] = [
  {
    label: 'PDF',
    mediaType: 'application/pdf',
    endings: ['pdf'],
    isSniffedAs: 'application/pdf',
    fault: pdfFault,
  },
  {
    label: 'JPEG',
    mediaType: 'image/jpeg',
    endings: ['jpg', 'jpeg'],
    isSniffedAs: 'image/jpeg',
    fault: jpegFault,
  },
  {
    label: 'PNG',
    mediaType: 'image/png',
    endings: ['png'],
    isSniffedAs: 'image/png',
    fault: pngFault,
  },
  {
    // 版式文件 GB/T 33190: a zip with OFD.xml in it.
    label: 'OFD',
    mediaType: 'application/ofd',
    endings: ['ofd'],
    isSniffedAs: 'application/zip',
  },
];

/** For the field of a form, so that a phone offers a picture in a kind that is taken. */
export const acceptedTypes = fileKinds
  .flatMap(({ mediaType, endings }) => [mediaType, ...endings.map((ending) => `.${ending}`)])
  .join(',');
