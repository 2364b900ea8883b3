import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part of a page: its bytes, and the same deflated so that it can stand in any stream. */
export type Piece = { plain: Buffer; deflated: Buffer };

/** Shorter ones stand in the stream as they are. */
const WORTH_DEFLATING = 200;
/** Of gzip: deflate, no name, no time, an unknown system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** The last block of a stream, with nothing in it. */
const END = Buffer.from([1, 0, 0, 0xff, 0xff]);

/** A flush in full ends on a whole byte and refers to nothing before it, so pieces can be joined in any order. */
export function pieceOf(text: string): Piece {
  const plain = Buffer.from(text);
  const deflated =
    plain.length < WORTH_DEFLATING
      ? stored(plain)
      : deflateRawSync(plain, { finishFlush: constants.Z_FULL_FLUSH });
  return { plain, deflated };
}

/** A block that is not deflated: how long it is, and that again with every bit turned round. */
function stored(plain: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(plain.length, 1);
  head.writeUInt16LE(0xffff ^ plain.length, 3);
  return Buffer.concat([head, plain]);
}

/** Pieces as one, without compressing any again. */
export const joined = (pieces: readonly Piece[]): Piece => ({
  plain: plain(pieces),
  deflated: Buffer.concat(pieces.map(({ deflated }) => deflated)),
});

/** The pieces one after the other as a gzip stream (RFC 1952). */
export function gzipped(pieces: readonly Piece[]): Buffer {
  const tail = Buffer.alloc(8);
  const sum = pieces.reduce((crc, { plain }) => crc32(plain, crc), 0);
  const length = pieces.reduce((total, { plain }) => total + plain.length, 0);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([HEADER, ...pieces.map(({ deflated }) => deflated), END, tail]);
}

export const plain = (pieces: readonly Piece[]): Buffer =>
  Buffer.concat(pieces.map((piece) => piece.plain));

/** Whether a browser takes gzip; browsers send few different headers. */
export function takesGzip(accepted: string | undefined): boolean {
  if (accepted === undefined) return false;
  const known = answers.get(accepted);
  if (known !== undefined) return known;
  const answer = accepted
    .split(',')
    .some((one) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));
  if (answers.size >= 100) answers.clear();
  answers.set(accepted, answer);
  return answer;
}
const answers = new Map<string, boolean>();
