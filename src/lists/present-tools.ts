import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { ListOnPage, SavedList } from '../people/saved-list.js';
import type { Viewer } from '../people/viewer.js';
import { shownColumns } from '../web/list-columns.js';
import type { Tools } from '../web/list-table.js';
import { canKeepViews } from './permissions.js';
import { type ListViewRow, viewsOf } from './view-queries.js';

/**
 * What one does with a list before reading it: its saved views, its columns, how close its rows stand.
 */
export async function toolsOf(
  reads: Reads,
  viewer: Viewer,
  list: SavedList,
  { here, usual, chosen, density }: ListOnPage,
  voice: Voice,
): Promise<Tools> {
  const { columns } = list;
  const shown = shownColumns(columns, chosen);
  const kept = canKeepViews(viewer) ? await viewsOf(reads, viewer, list.key) : [];
  // Of a list that each park has, those of the park that is shown.
  const views = kept.filter(({ address }) => pathOf(address) === pathOf(here));
  return {
    views: views.map((view) => ({
      href: view.address,
      label: view.name,
      shared: sharedText(view, voice),
      isHere: view.address === here,
    })),
    columns: columns
      .filter(({ isName }) => !isName)
      .map((column) => ({
        value: column.key,
        label: voice.say(column.label),
        isShown: shown.includes(column),
      })),
    names: columns.filter(({ isName }) => isName).map(({ key }) => key),
    usual,
    saveHref: canKeepViews(viewer) ? `/views/new?${new URLSearchParams({ of: here })}` : null,
    density,
  };
}

const pathOf = (address: string): string => address.split('?')[0] ?? '';

export const sharedText = ({ park }: ListViewRow, { say, lang }: Voice): string | null =>
  park && say('lists.views.shared', { park: lang === 'zh' ? park.nameZh : park.nameEn });
