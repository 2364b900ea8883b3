/** Text as Excel on a Chinese Windows saves it: the bytes that its decoder reads as each character. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytesOf = new Map<string, number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      bytesOf.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
  return Buffer.from(
    [...text].flatMap((one) => {
      const code = one.codePointAt(0) as number;
      const bytes = code < 0x80 ? [code] : bytesOf.get(one);
      if (!bytes) throw new Error(`not in two bytes: ${one}`);
      return bytes;
    }),
  );
}
