import { type Attributes, isOn } from './xml.js';

type Colour = Attributes | null;
/** A font of cells, or of a run of signs inside one. */
export type Font = {
  colour: Colour;
  size: number;
  name: string;
  isStruck: boolean;
  /** Whether it stands above or below the line, as a footnote or a power does. */
  raised: 'up' | 'down' | null;
};

export const plainFont = (): Font => ({
  colour: null,
  size: 11,
  name: '',
  isStruck: false,
  raised: null,
});

/** Takes one property of a font, or of a run (CT_RPrElt), which calls its name otherwise. */
export function setFont(font: Font, name: string, own: Attributes): void {
  if (name === 'color') font.colour = own;
  else if (name === 'sz') font.size = Number(own.val);
  else if (name === 'strike') font.isStruck = isOn(own.val, true);
  else if (name === 'name' || name === 'rFont') font.name = own.val ?? '';
  else if (name === 'vertAlign') font.raised = raisings[own.val ?? ''] ?? null;
}
const raisings: Record<string, 'up' | 'down'> = { superscript: 'up', subscript: 'down' };

/** Fonts that show a sign for each digit. */
const signs = /^(webdings|wingdings.*|symbol|marlett|bookshelf symbol.*)$/i;

/** What of a font can hide what is written in it. */
export const isTinyOrSigns = ({ size, name }: Font): boolean => size < 4 || signs.test(name);

/** Whether nobody can tell the colour of the writing from that of its ground: from 0 for black to 1 for white. */
export const isOneColour = (ground: number, ink: number): boolean => Math.abs(ground - ink) < 0.15;

/** From 0 for black to 1 for white; null where the colour is left to the program. */
export function brightnessOf(colour: Colour): number | null {
  if (colour?.theme !== undefined) return [1, 0, 1, 0][Number(colour.theme)] ?? 0.5;
  if (colour?.indexed !== undefined) return indexed(Number(colour.indexed));
  const rgb = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(colour?.rgb ?? '')?.[1];
  return rgb === undefined ? null : ofRgb(Number.parseInt(rgb, 16));
}

const ofRgb = (rgb: number): number =>
  (0.299 * (rgb >> 16) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255)) / 255;

/** The first of the colours that older programs number; the others are no one's ground and ink at once. */
const palette = [0x000000, 0xffffff, 0xff0000, 0x00ff00, 0x0000ff, 0xffff00, 0xff00ff, 0x00ffff];
const indexed = (place: number): number | null =>
  place < 16 ? ofRgb(palette[place % 8] as number) : null;
