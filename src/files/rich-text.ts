import { brightnessOf, type Font, isTinyOrSigns, plainFont, setFont } from './fonts.js';
import { RefusedFile } from './limits.js';
import { strokeOver } from './table.js';
import type { Attributes } from './xml.js';

/** How the runs of a text look, where one of them is not as the rest of its cell. */
export type RunLooks = {
  /** The text as a person sees it, a power or footnote raised, what is struck out crossed; null where that is no other. */
  seen: string | null;
  isStruck: boolean;
  isRaised: boolean;
  isTinyOrSigns: boolean;
  /** The brightness of each ink, in steps. */
  inks: number[];
  /** How it is pronounced, which can be shown above it. */
  hasPhonetic: boolean;
};

/** Of one cell, which holds 32,767: some characters are written in seven. */
const mostCharacters = 7 * 32_767;
const steps = 32;

/** A text in runs (CT_Rst): how it is pronounced stands beside it, and is none of it. */
export class RichText {
  #text = '';
  #seen = '';
  #isText = false;
  #phonetic = 0;
  #hasPhonetic = false;
  #inRun = false;
  #font: Font = plainFont();
  #isLooked = false;
  #looks = noLooks();

  start(): void {
    this.#text = '';
    this.#seen = '';
    this.#hasPhonetic = false;
    this.#isLooked = false;
    this.#looks = noLooks();
    this.#endRun();
  }

  open(name: string, own: Attributes = {}): void {
    if (name === 'rPh') this.#phonetic += 1;
    if (name === 'r') this.#inRun = true;
    else if (this.#inRun && name !== 't') setFont(this.#font, name, own);
    this.#isText = name === 't' && this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1;
    if (name === 't') this.#isText = false;
    if (name === 'r') this.#endRun();
  }

  add(piece: string): void {
    if (this.#phonetic > 0 && piece.trim() !== '') this.#hasPhonetic = true;
    if (!this.#isText) return;
    this.#text += piece;
    this.#seen += marked(piece, this.#font);
    if (this.#inRun && piece.trim() !== '') this.#look();
    if (this.#text.length > mostCharacters) throw new RefusedFile('unreadable');
  }

  take(): string {
    return unescaped(this.#text);
  }

  /** Of the text that was just read; null where it is in one font, that of its cell. */
  looks(): RunLooks | null {
    if (!this.#isLooked && !this.#hasPhonetic) return null;
    const seen = this.#seen === this.#text ? null : unescaped(this.#seen);
    return Object.assign(this.#looks, { seen, hasPhonetic: this.#hasPhonetic });
  }

  #endRun(): void {
    this.#inRun = false;
    this.#font = plainFont();
  }

  #look(): void {
    const [looks, font] = [this.#looks, this.#font];
    this.#isLooked = true;
    looks.isStruck ||= font.isStruck;
    looks.isRaised ||= font.raised !== null;
    looks.isTinyOrSigns ||= isTinyOrSigns(font);
    if (font.colour === null) return;
    const ink = Math.round((brightnessOf(font.colour) ?? 0) * steps) / steps;
    if (!looks.inks.includes(ink)) looks.inks.push(ink);
  }
}

const noLooks = (): RunLooks => ({
  seen: null,
  isStruck: false,
  isRaised: false,
  isTinyOrSigns: false,
  inks: [],
  hasPhonetic: false,
});

const [above, below] = ['⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉'];

/** So 48 with a raised 1 is no 481, and a number that is struck out is none. */
function marked(text: string, { isStruck, raised }: Font): string {
  const digits = raised === 'up' ? above : below;
  const lifted =
    raised === null ? text : text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);
  return isStruck ? struckOut(lifted) : lifted;
}

export const struckOut = (text: string): string =>
  text.replace(/\S/gu, (sign) => `${sign}${strokeOver}`);

/** Characters that XML cannot hold are written `_xHHHH_` (ECMA-376, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
