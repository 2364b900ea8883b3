import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { filteredAddress } from '../web/addresses.js';
import { type FindGroup, findGroups } from './findable.js';
import type { Found, FoundOfKind } from './look-up.js';

export type FoundGroup = {
  label: string;
  items: { href: string; title: string; detail: string }[];
  /** Where there is more than stands here: what is said of it, and the page that lists all of it, if there is one. */
  more: { label: string; href: string | null } | null;
};

/** The page of what is found. */
export const findHref = (q: string): string => filteredAddress('/find', { q });

/** What was found, by groups, in words. */
export async function presentFound(
  reads: Reads,
  viewer: Viewer,
  { found, q }: { found: Found; q: string },
  voice: Voice,
): Promise<FoundGroup[]> {
  const ofKinds = await Promise.all(
    found.kinds.map(async (kind) => ({ kind, items: await itemsOf(reads, viewer, kind, voice) })),
  );
  return findGroups.flatMap((group) => {
    const own = ofKinds.filter(({ kind }) => kind.findable.group === group);
    const items = own.flatMap((of) => of.items);
    if (items.length === 0) return [];
    return { label: voice.say(labels[group]), items, more: moreOf(own.map(({ kind }) => kind)) };
  });

  function moreOf(kinds: FoundOfKind[]): FoundGroup['more'] {
    const more = kinds.find(({ isMore }) => isMore);
    if (!more) return null;
    const href = found.by === 'words' ? (more.findable.listHref?.(viewer, q) ?? null) : null;
    return { label: voice.say(href === null ? 'find.more-words' : 'find.more'), href };
  }
}

const labels = {
  ventures: 'find.group.ventures',
  people: 'find.group.people',
  cases: 'find.group.cases',
  spaces: 'find.group.spaces',
  parks: 'find.group.parks',
  policies: 'find.group.policies',
  figures: 'find.group.figures',
  documents: 'find.group.documents',
} as const satisfies Record<FindGroup, string>;

async function itemsOf(
  reads: Reads,
  viewer: Viewer,
  { findable, ids }: FoundOfKind,
  voice: Voice,
): Promise<FoundGroup['items']> {
  const lines = await findable.lines(reads, viewer, ids, voice);
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return ids.flatMap((id) => {
    const line = lineOf.get(id);
    return line ? [{ href: line.href, title: line.title, detail: line.detail }] : [];
  });
}
