import type { Deps } from '../web/deps.js';
import type { KeyRing } from './key-ring.js';

/** What the routes of a room that keeps something sealed are given. */
export type SealingDeps = Deps & { keys: KeyRing };
