import { RefusedFile } from './limits.js';
import { RichText, type RunLooks, unescaped } from './rich-text.js';
import type { SharedStrings } from './shared-strings.js';
import { type Attributes, isOn } from './xml.js';

/** Excel's bound is 8,192. */
const mostFormula = 32_767;

/** Takes one cell after another (CT_Cell). */
export class CellReading {
  isOpen = false;
  readonly #strings: SharedStrings;
  readonly #inline = new RichText();
  #type = 'n';
  #style = 0;
  #showsPhonetic = false;
  #part = '';
  #value: string | null = null;
  #formula: string | null = null;

  constructor(strings: SharedStrings) {
    this.#strings = strings;
  }

  open({ t = 'n', s = '0', ph }: Attributes): void {
    this.isOpen = true;
    this.#type = t;
    this.#style = Number(s);
    this.#showsPhonetic = isOn(ph);
    this.#value = null;
    this.#formula = null;
    this.#part = '';
    this.#inline.start();
  }

  openPart(name: string, own: Attributes): void {
    this.#part = name;
    if (name === 'v') this.#value = '';
    if (name === 'f') this.#formula = '';
    this.#inline.open(name, own);
  }

  text(piece: string): void {
    if (!this.isOpen) return;
    if (this.#part === 'v') this.#value += piece;
    else if (this.#part === 'f') this.#formula += piece;
    else this.#inline.add(piece);
    if ((this.#formula?.length ?? 0) > mostFormula) throw new RefusedFile('unreadable');
  }

  close(name: string): void {
    if (name === this.#part) this.#part = '';
    this.#inline.close(name);
  }

  take(): {
    value: string | number | boolean | null;
    formula: string | true | null;
    style: number;
    runs: RunLooks | null;
    showsPhonetic: boolean;
  } {
    this.isOpen = false;
    // One of a shared formula is without text.
    const formula = this.#formula === null ? null : this.#formula || true;
    const [style, showsPhonetic] = [this.#style, this.#showsPhonetic];
    return { value: this.#read(), formula, style, runs: this.#runs(), showsPhonetic };
  }

  #runs(): RunLooks | null {
    if (this.#type === 'inlineStr') return this.#inline.looks();
    return this.#type === 's' ? this.#strings.looksAt(Number(this.#value)) : null;
  }

  #read(): string | number | boolean | null {
    if (this.#type === 'inlineStr') return this.#inline.take();
    const value = this.#value;
    if (value === null || value === '') return null;
    if (this.#type === 's') return this.#strings.at(Number(value));
    if (this.#type === 'b') return value === '1' || value === 'true';
    if (this.#type !== 'n') return unescaped(value);
    const number = Number(value);
    if (!Number.isFinite(number)) throw new RefusedFile('unreadable');
    return number;
  }
}
