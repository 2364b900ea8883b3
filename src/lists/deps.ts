import type { SavedList } from '../people/saved-list.js';
import type { Deps } from '../web/deps.js';

/** Beside what every room is given: the lists of which views are saved, from the rooms above. */
export type ListDeps = Deps & { savedLists: readonly SavedList[] };
