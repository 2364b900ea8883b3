import type { Cover, Made } from './book.js';
import {
  columnName,
  formulaXml,
  storedNumber,
  strongStyleOf,
  styleOf,
  textXml,
} from './cell-xml.js';
import { quoted, rowXml, sheetEnd, sheetStart } from './sheet-xml.js';

/** The cover as a sheet: each sum stands on it as a formula that reads the sum below the rows. */
export function coverText(cover: Cover, made: Made): string {
  const { labels } = cover;
  const lines = [
    { label: cover.title, value: '' },
    ...cover.lines,
    { label: labels.rows, value: String(made.rows) },
    { label: labels.hash, value: made.hash },
  ];
  const texts = lines.map(({ label, value }, i) =>
    rowXml(
      i + 1,
      textXml(`A${i + 1}`, label, styleOf('head')) +
        textXml(`B${i + 1}`, value, styleOf('wrapped')),
    ),
  );
  const sums = sumsOf(cover, made).map(({ label, formula, value, style }, i) => {
    const row = lines.length + i + 1;
    return rowXml(
      row,
      textXml(`A${row}`, label, styleOf('head')) + formulaXml(`B${row}`, formula, value, style),
    );
  });
  return sheetStart([24, 76], false) + texts.join('') + sums.join('') + sheetEnd;
}

function sumsOf({ labels }: Cover, { sheets }: Made) {
  return sheets.flatMap(({ table, marks, places }) => {
    const last = places.at(-1);
    return table.heads.flatMap((head, i) => {
      if (head.sum === undefined || !last) return [];
      return {
        label: labels.sum(sheets.length > 1 ? `${table.name} ${head.head}` : head.head),
        formula: `${quoted(last.name)}!${columnName(i)}${last.rows + 2}`,
        value: storedNumber(marks.sums[i] ?? 0n, head.kind),
        style: strongStyleOf(head.kind),
      };
    });
  });
}
