/** What is used of libheif-js, which comes without types for it. */
declare module 'libheif-js/wasm-bundle.js' {
  type Pixels = { data: Uint8ClampedArray; width: number; height: number };
  type HeifImage = {
    get_width(): number;
    get_height(): number;
    /** Decodes into the array that it is given; hands back null where it cannot. */
    display(into: Pixels, done: (pixels: Pixels | null) => void): void;
  };
  const libheif: {
    ready: Promise<unknown>;
    HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
  };
  export default libheif;
}
