/** The library has no types of its own. */
declare module 'subset-font' {
  /** @returns a font with the characters of a text alone */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'sfnt'; preserveNameIds: number[] },
  ): Promise<Buffer>;
}
