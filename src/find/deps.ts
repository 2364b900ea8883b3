import type { Deps } from '../web/deps.js';
import type { Findable } from './findable.js';

/** Beside what every room is given: what can be found, from the rooms above. */
export type FindDeps = Deps & { findables: readonly Findable[] };
