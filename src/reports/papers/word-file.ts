import type * as Docx from 'docx';
import type { Voice } from '../../language/say.js';
import { presentSection } from '../present-section.js';
import type { Section } from '../report.js';
import type { PaperLine } from './edited-text.js';
import { plainText } from './narrative.js';
import type { Paper } from './paper.js';
import { tableOfChart } from './paper-charts.js';
import { fonts, fontTable } from './word-fonts.js';

/** A chart as an image, in pixels; null where none can be drawn here: then its table stands in its place. */
export type ChartImage = { bytes: Buffer; width: number; height: number } | null;

export type WordContent = {
  paper: Paper;
  title: string;
  lines: PaperLine[];
  images: ChartImage[];
  /** Under the text: who hands it in, and the day. */
  signed: { issuer: string; day: string } | null;
  voice: Voice;
};

type Library = typeof Docx;

/** Sizes in half points: 二号, 三号, 四号, 五号 and 小五. */
const sizes = { title: 44, body: 32, page: 28, table: 21, dense: 18 } as const;
/** GB/T 9704-2012: the margins of an official document in millimetres, and its line of 28 points in twentieths of one. */
const margins = { top: 37, right: 26, bottom: 35, left: 28 } as const;
const line = 560;
/** What is left between the margins of A4, in millimetres. */
const textWidth = 210 - margins.left - margins.right;
const pixelsPerMillimetre = 96 / 25.4;

/** A report as a Word document, laid out as an official document (公文) is. */
export async function wordFile(content: WordContent): Promise<Buffer> {
  // Read with the first document: it takes as long as the rest of a start.
  const library = await import('docx');
  const { Document, Packer } = library;
  const { title } = content;
  const document = new Document({
    title,
    creator: content.signed?.issuer ?? '',
    description: content.paper.asOf,
    styles: {
      default: {
        document: {
          run: {
            font: fonts.body,
            size: sizes.body,
            language: { value: 'en-GB', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { line, lineRule: 'exact' } },
        },
      },
    },
    sections: [
      {
        properties: { page: { margin: inTwips(library), size: a4(library) } },
        footers: { default: footer(library) },
        children: bodyOf(library, content),
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable }]);
}

const inTwips = ({ convertMillimetersToTwip: twips }: Library) => ({
  top: twips(margins.top),
  right: twips(margins.right),
  bottom: twips(margins.bottom),
  left: twips(margins.left),
});

const a4 = ({ convertMillimetersToTwip: twips }: Library) => ({
  width: twips(210),
  height: twips(297),
});

/** — 1 —, as official documents number their pages. */
function footer({ Footer, Paragraph, TextRun, PageNumber, AlignmentType }: Library): Docx.Footer {
  const run = new TextRun({
    font: fonts.page,
    size: sizes.page,
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  });
}

function bodyOf(library: Library, { paper, title, lines, images, signed, voice }: WordContent) {
  const { say } = voice;
  return [
    titled(library, title),
    centred(library, [paper.over, paper.asOf].join('  ')),
    ...lines.map((item) => written(library, item)),
    ...(signed ? signature(library, signed) : []),
    ...paper.charts.flatMap((chart, i) => [
      caption(library, chart.title),
      ...pictured(library, images[i] ?? null, chart.title, tableOfChart(chart, voice)),
    ]),
    ...paper.sections.flatMap((section) => tabled(library, section, voice)),
    small(
      library,
      say('reports.paper.basis', {
        day: paper.day,
        position: paper.position,
        address: paper.address,
      }),
    ),
    ...(paper.coverage ? [small(library, paper.coverage)] : []),
  ];
}

const titled = ({ Paragraph, TextRun, AlignmentType, HeadingLevel }: Library, text: string) =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    alignment: AlignmentType.CENTER,
    spacing: { line: 700, lineRule: 'exact', after: 240 },
    children: [
      new TextRun({ text, font: fonts.title, size: sizes.title, bold: true, color: '000000' }),
    ],
  });

const centred = ({ Paragraph, TextRun, AlignmentType }: Library, text: string) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text, font: fonts.quoted })],
  });

/** A paragraph begins two characters in; a heading stands in 黑体. */
function written(library: Library, { isHeading, parts }: PaperLine) {
  const { Paragraph, TextRun, HeadingLevel } = library;
  const text = plainText(parts);
  const indent = { firstLine: 2 * sizes.body * 10 };
  if (!isHeading) return new Paragraph({ indent, children: [new TextRun({ text })] });
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    indent,
    children: [new TextRun({ text, font: fonts.heading, size: sizes.body, color: '000000' })],
  });
}

const signature = (
  { Paragraph, TextRun, AlignmentType }: Library,
  { issuer, day }: { issuer: string; day: string },
) =>
  [issuer, day].map(
    (text, i) =>
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        keepNext: i === 0,
        indent: { right: 2 * sizes.body * 10 },
        spacing: i === 0 ? { before: line } : {},
        children: [new TextRun({ text })],
      }),
  );

const caption = ({ Paragraph, TextRun, AlignmentType, HeadingLevel }: Library, text: string) =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 360, after: 60 },
    children: [new TextRun({ text, font: fonts.heading, size: sizes.page, color: '000000' })],
  });

const small = ({ Paragraph, TextRun }: Library, text: string) =>
  new Paragraph({
    spacing: { line: 320, lineRule: 'auto' as const, before: 120 },
    children: [new TextRun({ text, font: fonts.table, size: sizes.dense })],
  });

function pictured(
  library: Library,
  image: ChartImage,
  title: string,
  table: { heads: string[]; rows: string[][] },
) {
  const { Paragraph, ImageRun, AlignmentType } = library;
  if (image === null)
    return [
      grid(
        library,
        table.heads.map((label, i) => ({ label, isNumeric: i > 0, width: 12 })),
        table.rows,
      ),
    ];
  const width = Math.round(textWidth * pixelsPerMillimetre);
  const height = Math.round((image.height * width) / image.width);
  const run = new ImageRun({
    type: 'png',
    data: image.bytes,
    transformation: { width, height },
    altText: { title, description: title, name: title },
  });
  // An exact line would cut the image off.
  const spacing = { line: 240, lineRule: 'auto' as const };
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [run] })];
}

function tabled(library: Library, section: Section, voice: Voice) {
  const { name, note, heads, rows, total } = presentSection(section, voice);
  if (rows.length === 0) return [];
  const texts = [...rows, ...(total ? [total] : [])].map((cells) => cells.map(({ text }) => text));
  const columns = heads.map((head, i) => ({ ...head, width: section.heads[i]?.width ?? 12 }));
  return [
    caption(library, name),
    grid(library, columns, texts),
    ...(note ? [small(library, note)] : []),
  ];
}

type Column = { label: string; isNumeric: boolean; width: number };

/** The head of a table stands again on each page, and no row is broken between two. */
function grid(library: Library, columns: Column[], rows: string[][]) {
  const { Table, TableRow, WidthType, TableLayoutType, convertMillimetersToTwip } = library;
  const size = columns.length > 6 ? sizes.dense : sizes.table;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) =>
    Math.round((convertMillimetersToTwip(textWidth) * width) / all),
  );
  const row = (texts: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, i) =>
        cellOf(library, {
          text,
          size,
          isHead,
          isNumeric: columns[i]?.isNumeric ?? false,
          width: widths[i] ?? 0,
        }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    rows: [
      row(
        columns.map(({ label }) => label),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

type CellOf = { text: string; size: number; isHead: boolean; isNumeric: boolean; width: number };

function cellOf(library: Library, { text, size, isHead, isNumeric, width }: CellOf) {
  const { TableCell, Paragraph, TextRun, AlignmentType, VerticalAlign, WidthType } = library;
  const aligned = isNumeric ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const font = isHead ? fonts.heading : fonts.table;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment: isHead ? AlignmentType.CENTER : aligned,
        spacing: { line: 260, lineRule: 'auto' as const },
        children: [new TextRun({ text, size, bold: isHead, font })],
      }),
    ],
  });
}
