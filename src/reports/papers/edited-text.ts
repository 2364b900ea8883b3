import { type Paragraph, plainText, type TextPart } from './narrative.js';

/** A number that somebody typed, and that no record stands behind, is marked. */
export type LinePart = TextPart & { isTyped?: true };
/** A line of a text: a heading, or a paragraph. */
export type PaperLine = { isHeading: boolean; parts: LinePart[] };

/** A text as it is edited: each heading and each paragraph a line. */
export const textOf = (paragraphs: readonly Paragraph[]): string =>
  paragraphs.map(({ heading, parts }) => `${heading}\n${plainText(parts)}`).join('\n');

/** 一、总体情况; 1. Overview: a line by itself that ends in no full stop. */
const headingForm = /^(?:[一二三四五六七八九十]{1,3}、[^。；：]{1,24}|\d{1,2}\. [^.;:]{1,60})$/;
const numberForm = /\d[\d,]*(?:\.\d+)?%?/g;

/** The lines of a text that was made, before anybody edits it. */
export const linesOf = (paragraphs: readonly Paragraph[]): PaperLine[] =>
  paragraphs.flatMap(({ heading, parts }) => [
    { isHeading: true, parts: [{ text: heading }] },
    { isHeading: false, parts },
  ]);

/**
 * The lines of an edited text. A number that the made text has under the same heading leads to the same records, each
 * once and in its order; one that it has nowhere was typed.
 */
export function readEdited(text: string, paragraphs: readonly Paragraph[]): PaperLine[] {
  const headings = new Map(paragraphs.map((paragraph) => [paragraph.heading, paragraph]));
  let made: Paragraph | undefined = paragraphs[0];
  let left = [...(made?.parts ?? [])];
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    if (headings.has(line) || headingForm.test(line)) {
      made = headings.get(line);
      left = [...(made?.parts ?? [])];
      return { isHeading: true, parts: [{ text: line }] };
    }
    if (made && line === plainText(made.parts)) return { isHeading: false, parts: made.parts };
    return { isHeading: false, parts: partsOfLine(line, left, made) };
  });
}

function partsOfLine(line: string, left: TextPart[], made: Paragraph | undefined): LinePart[] {
  const said = made ? made.parts.filter(({ href }) => href === undefined) : [];
  const parts: LinePart[] = [];
  let from = 0;
  for (const { 0: number, index } of line.matchAll(numberForm)) {
    if (index > from) parts.push({ text: line.slice(from, index) });
    from = index + number.length;
    parts.push(partOf(number, left, said));
  }
  if (from < line.length) parts.push({ text: line.slice(from) });
  return parts;
}

function partOf(number: string, left: TextPart[], said: TextPart[]): LinePart {
  const at = left.findIndex(({ text, href }) => href !== undefined && text === number);
  const [found] = at < 0 ? [] : left.splice(at, 1);
  if (found) return found;
  // A day or a month of the made text is no number of a measure.
  const isSaid = said.some(({ text }) => text.match(numberForm)?.includes(number));
  return isSaid ? { text: number } : { text: number, isTyped: true };
}

export const countTyped = (lines: readonly PaperLine[]): number =>
  lines.flatMap(({ parts }) => parts).filter(({ isTyped }) => isTyped).length;
