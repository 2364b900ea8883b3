import type { Say } from '../language/say.js';

/** What components/pagination shows. An item without an address is a gap. */
export type Pages = {
  summary: string;
  previous: string | null;
  next: string | null;
  items: { label: number; href: string | null; current: boolean }[];
};

/**
 * The pages of a list, from where one stands: the first, the last and one on either side.
 * @param page counted from 1; beyond the last it stands for the last
 * @param hrefOf the address of a page, with the list's own filter in it
 */
export function pagesOf(
  say: Say,
  { total, page, size }: { total: number; page: number; size: number },
  hrefOf: (page: number) => string,
): Pages {
  const last = Math.max(1, Math.ceil(total / size));
  const here = Math.min(Math.max(1, page), last);
  if (last === 1) {
    return {
      summary: say('components.pages-one', { total }),
      previous: null,
      next: null,
      items: [],
    };
  }
  const from = (here - 1) * size + 1;
  const to = Math.min(total, here * size);
  return {
    summary: say('components.pages-many', { total, from, to }),
    previous: here > 1 ? hrefOf(here - 1) : null,
    next: here < last ? hrefOf(here + 1) : null,
    items: shownPages(here, last).flatMap((label, i, all) => {
      const isGap = label - (all[i - 1] ?? 0) > 1;
      return isGap ? gapAndPage(label) : [pageItem(label)];
    }),
  };

  function pageItem(label: number) {
    return { label, href: hrefOf(label), current: label === here };
  }

  function gapAndPage(label: number) {
    return [{ label: 0, href: null, current: false }, pageItem(label)];
  }
}

function shownPages(here: number, last: number): number[] {
  const wanted = new Set([1, last]);
  for (let page = here - 1; page <= here + 1; page += 1) wanted.add(page);
  return [...wanted].filter((page) => page >= 1 && page <= last).sort((a, b) => a - b);
}
