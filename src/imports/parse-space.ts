import { cleanName, isName, nameKey } from '../input/names.js';
import { hundredthsOf } from '../input/numbers.js';
import { plainWidth } from '../input/plain-width.js';
import type { SpaceKind } from '../parks/add-spaces.js';
import { mostOfSpace } from '../parks/forms.js';
import type { CellFault, Cells } from './parse-row.js';
import { spaceKindOf } from './space-kind-of.js';
import { yuanAMonth } from './yuan-a-month.js';

/** What a row says of a space that is to be made. */
export type SpaceDetails = {
  kind: SpaceKind | null;
  /** Hundredths of a m²; null where it is not said. */
  area: number | null;
  village: string;
  island: string;
  address: string;
  owner: string;
  /** Fen a month; null where it is not said. */
  marketRent: number | null;
  rentSource: string;
};

/** The space that a row names, by its number or by its name. */
export type ParsedSpace = {
  /** As it is shown: the number, or the name. */
  shown: string;
  number: string | null;
  /** The name as names are compared; blank where the number stands. */
  key: string;
  details: SpaceDetails;
  /** What is wrong with what it says of the space, which matters only where that is made. */
  faults: CellFault[];
};

/** P01-001, however it was typed and whatever follows it: a text of this shape is a number, and never a name. */
const numbered = /^(P\d{1,4})(?:\s*[-_\u2010-\u2015\u2212~]\s*|\s+)(\d{1,5})(?!\d)/i;
const together = /^(P\d{2})(\d{3})$/i;

/** The number that a text has the shape of, as the register writes it; null for a name. */
function numberIn(text: string): string | null {
  const [, park, space] = numbered.exec(text) ?? together.exec(text) ?? [];
  return park === undefined || space === undefined ? null : `${park.toUpperCase()}-${space}`;
}

/**
 * The space that a row names; null where it names none. A cell that holds a room and one that holds the name of its house
 * are one name.
 * @param of reads cells whose faults matter for a space alone that is made
 */
export function parseSpace(cells: Cells, of: Cells): ParsedSpace | null {
  const typed = plainWidth(cells.text('space')).trim();
  const number = numberIn(typed);
  const name =
    number === null
      ? wholeName(cleanName(cells.text('space')), cleanName(of.text('spaceName')))
      : '';
  const shown = number ?? name;
  if (shown === '') {
    cells.faults.push(...of.faults);
    return null;
  }
  if (number === null && !isName(name)) of.fault('space', 'web.field.name');
  if ([...name].length > mostOfSpace.name)
    of.fault('space', 'web.field.too-long', { n: mostOfSpace.name });
  const kind = of.text('spaceKind');
  const details = {
    kind: spaceKindOf(kind) ?? spaceKindOf(name),
    area: areaIn(of),
    village: textIn(of, 'village'),
    island: textIn(of, 'island'),
    address: textIn(of, 'address'),
    owner: textIn(of, 'owner'),
    marketRent: rentIn(of),
    rentSource: textIn(of, 'rentSource'),
  };
  return { shown, number, key: number === null ? nameKey(name) : '', details, faults: of.faults };
}

/** 石里老屋 with room 301 is 石里老屋301, unless one of the cells says both already. */
function wholeName(cell: string, house: string): string {
  if (cell === '' || house.includes(cell)) return house;
  return cell.includes(house) ? cell : `${house}${cell}`;
}

function textIn(of: Cells, key: 'village' | 'island' | 'address' | 'owner' | 'rentSource'): string {
  const text = of.text(key);
  if ([...text].length > mostOfSpace[key])
    of.fault(key, 'web.field.too-long', { n: mostOfSpace[key] });
  return text;
}

function areaIn(of: Cells): number | null {
  const area = of.number('spaceArea', 'imports.why.area', (text) => hundredthsOf(text, 'area'));
  if (area !== null && area > mostOfSpace.area)
    return of.fault('spaceArea', 'web.field.most', { n: mostOfSpace.area / 100 });
  return area;
}

function rentIn(of: Cells): number | null {
  const rent = of.number('marketRent', 'imports.why.rent', yuanAMonth);
  if (rent !== null && rent > mostOfSpace.marketRent)
    return of.fault('marketRent', 'web.field.most', { n: mostOfSpace.marketRent / 100 });
  return rent;
}
