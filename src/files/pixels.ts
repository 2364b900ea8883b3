/** A picture decoded: red, green, blue and opacity of each pixel, by rows from the top. */
export type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };

/**
 * How many pixels of a picture are decoded, by its kind. A JPEG is read by rows, and phones make 50 million; of the
 * others the whole lies in memory, 4 bytes a pixel and more: 400 MB for the 24 million of a phone's HEIC.
 */
export const mostPixels = { jpeg: 64e6, png: 26e6, heic: 26e6 } as const;
