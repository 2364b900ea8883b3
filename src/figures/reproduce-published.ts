import type { Reads } from '../database/database.js';
import { checkEdition, type Differing } from './check-edition.js';
import { alignColumns } from './columns.js';
import { allFigures, type EditionKind } from './published-queries.js';

/** One edition computed again at its own place in the ledger; `differing` is empty where it comes out exactly. */
export type ReproducedEdition = {
  number: string;
  edition: number;
  kind: EditionKind;
  measure: string;
  scope: string;
  asOf: string;
  month: string | null;
  position: number;
  wording: string;
  published: number;
  computed: number;
  members: number;
  membersHash: string;
  differing: Differing[];
};

/** Every edition of every published figure, withdrawn ones too, computed again from the ledger. */
export async function reproducePublished(reads: Reads): Promise<ReproducedEdition[]> {
  const editions: ReproducedEdition[] = [];
  for (const figure of await allFigures(reads)) {
    const { number, measure, scope, asOf, month } = figure;
    for (const edition of figure.editions) {
      const { recomputed, differing } = await checkEdition(reads, figure, edition);
      const { kind, position, members, membersHash } = edition;
      editions.push({
        number,
        edition: edition.edition,
        kind,
        measure,
        scope,
        asOf,
        month,
        position,
        wording: edition.wordingZh,
        published: edition.value,
        computed: recomputed.value,
        members,
        membersHash,
        differing,
      });
    }
  }
  return editions;
}

export const countInexact = (editions: ReproducedEdition[]): number =>
  editions.filter(({ differing }) => differing.length > 0).length;

const heads = [
  'published',
  'edition',
  'what',
  'as of',
  'entry',
  'wording',
  'value',
  'computed',
  'verdict',
];
const numeric = [4, 6, 7];

/** The editions as the lines of a terminal; none where nothing was published. */
export function publishedLines(editions: ReproducedEdition[]): string[] {
  if (editions.length === 0) return [];
  const rows = editions.map((edition) => [
    edition.number,
    `${edition.edition} ${edition.kind}`,
    `${edition.measure} ${edition.scope}`,
    edition.month ?? edition.asOf,
    String(edition.position),
    edition.wording,
    String(edition.published),
    String(edition.computed),
    edition.differing.length === 0 ? 'exact' : `differs: ${edition.differing.join(', ')}`,
  ]);
  const exact = editions.length - countInexact(editions);
  return [
    '',
    ...alignColumns([heads, ...rows], numeric),
    '',
    `${exact} of ${editions.length} published editions computed again exactly.`,
  ];
}
