import path from 'node:path/posix';
import { type Budget, RefusedFile } from './limits.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { noStyles, readStyles, type Styles } from './styles.js';
import { measureZip, unpacked } from './unpack.js';
import { isOn, prefixed, readXml } from './xml.js';
import { openZip, type Zip, type ZipEntry } from './zip-directory.js';

/** A sheet of a workbook by its tab. */
export type SheetTab = { name: string; isHidden: boolean; entry: ZipEntry };

/** A workbook that is read part by part. Its sheets have not been read yet. */
export type Workbook = {
  zip: Zip;
  budget: Budget;
  tabs: SheetTab[];
  /** Whether its days are counted from 1904. */
  is1904: boolean;
  /** Whether it calculates with numbers as they are shown, which loses what is stored (以显示精度为准). */
  isAsDisplayed: boolean;
  strings: SharedStrings;
  styles: Styles;
};

type Relation = { id: string; type: string; target: string };

/**
 * Opens a workbook (ECMA-376 in either conformance), after all of it was unpacked once and found to be within limits.
 * @throws RefusedFile for what is none, for one with macros or links to other files, and beyond the limits
 */
export async function openWorkbook(bytes: Buffer, budget: Budget): Promise<Workbook> {
  if (bytes.length > 8 && bytes.readUInt32BE(0) === oleMark) throw new RefusedFile('old-format');
  const zip = await openZip(bytes, budget);
  refuseActive(zip);
  await measureZip(zip, budget);
  const parts = new Map(zip.entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  const [root] = await relationsOf(zip, parts, '');
  const main = root && parts.get(root.target.toLowerCase());
  if (!main) throw new RefusedFile('unreadable');
  const relations = await relationsOf(zip, parts, main.fileName);
  const part = (kind: string) => {
    const found = relations.find(({ type }) => type === kind);
    return found && parts.get(found.target.toLowerCase());
  };
  const { tabs, is1904, isAsDisplayed } = await mainPart(zip, main);
  const [strings, styles] = [part('sharedStrings'), part('styles')];
  return {
    zip,
    budget,
    is1904,
    isAsDisplayed,
    tabs: tabs.map(({ id, name, isHidden }) => {
      const target = relations.find((relation) => relation.id === id)?.target ?? '';
      const entry = parts.get(target.toLowerCase());
      if (!entry) throw new RefusedFile('unreadable');
      return { name, isHidden, entry };
    }),
    strings: strings
      ? await readSharedStrings(unpacked(zip, strings), budget)
      : new SharedStrings(),
    styles: styles ? await readStyles(unpacked(zip, styles), budget) : noStyles,
  };
}

/** What older workbooks and those with a password begin with. */
const oleMark = 0xd0cf11e0;

function refuseActive({ entries }: Zip): void {
  const has = (pattern: RegExp) => entries.some(({ fileName }) => pattern.test(fileName));
  if (has(/(^|\/)vba\w*\.bin$/i)) throw new RefusedFile('macros');
  if (has(/(^|\/)externalLinks\//i)) throw new RefusedFile('links');
}

type Tab = { id: string; name: string; isHidden: boolean };

type MainPart = { tabs: Tab[]; is1904: boolean; isAsDisplayed: boolean };

async function mainPart(zip: Zip, entry: ZipEntry): Promise<MainPart> {
  const tabs: Tab[] = [];
  let is1904 = false;
  let isAsDisplayed = false;
  await readXml(unpacked(zip, entry), {
    open: (name, own) => {
      if (name === 'workbookPr') is1904 = isOn(own.date1904);
      if (name === 'calcPr') isAsDisplayed = !isOn(own.fullPrecision, true);
      if (name !== 'sheet') return;
      const isHidden = (own.state ?? 'visible') !== 'visible';
      tabs.push({ id: prefixed(own, 'id') ?? '', name: own.name ?? '', isHidden });
    },
  });
  return { tabs, is1904, isAsDisplayed };
}

/** What a part refers to, the parts' whole names; of the whole file for a blank name. */
async function relationsOf(
  zip: Zip,
  parts: Map<string, ZipEntry>,
  of: string,
): Promise<Relation[]> {
  const folder = path.dirname(of);
  const name = path.join(folder, '_rels', `${path.basename(of)}.rels`);
  const entry = parts.get(name.toLowerCase());
  const found: Relation[] = [];
  if (!entry) return found;
  await readXml(unpacked(zip, entry), {
    open: (element, own) => {
      if (element !== 'Relationship' || own.TargetMode === 'External') return;
      const target = own.Target ?? '';
      found.push({
        id: own.Id ?? '',
        type: (own.Type ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : path.join(folder, target),
      });
    },
  });
  return of === '' ? found.filter(({ type }) => type === 'officeDocument') : found;
}
