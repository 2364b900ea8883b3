import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import type { VentureWithRecords } from './queries.js';

/** What other rooms show on the page of a venture, each as far as the viewer sees it; given when the room is mounted. */
export type VenturePanels = {
  cases(
    reads: Reads,
    viewer: Viewer,
    of: { ventureId: number },
    at: Date,
    voice: Voice,
  ): Promise<object[]>;
  visits(
    reads: Reads,
    viewer: Viewer,
    venture: VentureWithRecords,
    on: Day,
    voice: Voice,
  ): Promise<object>;
  events(
    reads: Reads,
    viewer: Viewer,
    of: { ventureId: number; showsPhones: boolean },
    voice: Voice,
  ): Promise<object[]>;
};

export type VentureDeps = Deps & { panels: VenturePanels };
