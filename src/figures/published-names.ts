import type { Reads } from '../database/database.js';
import type { Lang } from '../language/words.js';
import { recordedVenturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { PublishedFigure } from './published-queries.js';

/** The names of parks, by their ids. */
export async function parkNames(
  reads: Reads,
  ids: number[],
  lang: Lang,
): Promise<Map<number, string>> {
  const parks = await reads.park.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(parks.map(({ id, nameZh, nameEn }) => [id, lang === 'zh' ? nameZh : nameEn]));
}

/** Who published each edition. */
export async function publisherNames(
  reads: Reads,
  { editions }: PublishedFigure,
): Promise<Map<number, string>> {
  const ids = editions.flatMap(({ publishedById: id }) => (id === null ? [] : [id]));
  const accounts = await reads.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(accounts.map(({ id, name }) => [id, name]));
}

export type NamedVenture = { number: string; name: string };

/** The ventures of entries that the viewer may see; a visitor sees none of them by name. */
export async function venturesOfEntries(
  reads: Reads,
  viewer: Viewer | null,
  entries: { ventureId: number | null }[],
): Promise<Map<number, NamedVenture>> {
  if (viewer === null) return new Map();
  const ids = entries.flatMap(({ ventureId }) => (ventureId === null ? [] : [ventureId]));
  const ventures = await reads.venture.findMany({
    where: { AND: [recordedVenturesInScope(viewer), { id: { in: [...new Set(ids)] } }] },
    select: { id: true, number: true, name: true },
  });
  return new Map(ventures.map(({ id, number, name }) => [id, { number, name }]));
}
