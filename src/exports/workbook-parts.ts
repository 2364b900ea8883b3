import { escaped } from './cell-xml.js';
import type { Part } from './zip.js';

const opening = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts that hold a workbook's sheets together; the cover's file is the last one, its tab the first. */
export function* wrappingParts(names: string[], cover: string | null): Generator<Part> {
  const files = names.map((name, i) => ({ name, number: i + 1 }));
  const tabs = cover === null ? files : [{ name: cover, number: names.length + 1 }, ...files];
  const sheets = tabs.map(
    ({ name, number }) =>
      `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  const links = tabs.map(
    ({ number }) =>
      `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const types = tabs.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  );
  yield part('xl/workbook.xml', [
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">`,
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets>`,
    // Reckoned again when it is opened: the sums live.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
  ]);
  yield part('xl/_rels/workbook.xml.rels', [
    `<Relationships xmlns="${packages}/relationships">${links.join('')}`,
    `<Relationship Id="rId0" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ]);
  yield part('_rels/.rels', [
    `<Relationships xmlns="${packages}/relationships">`,
    `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ]);
  yield part('[Content_Types].xml', [
    `<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${types.join('')}</Types>`,
  ]);
}

const part = (path: string, text: string[]): Part => ({ path, text: [opening, ...text] });
