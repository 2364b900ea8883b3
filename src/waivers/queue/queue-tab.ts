import type { Viewer } from '../../people/viewer.js';
import { refuseNoChoice } from '../../web/read-query.js';
import type { QueueFilter, QueueTab } from './queue-filter.js';
import { tabsOf } from './queue-selection.js';

/** The tab that an address asks for, or the viewer's first. @throws WrongQuery for one that the viewer has not */
export function tabIn({ tab }: Pick<QueueFilter, 'tab'>, viewer: Viewer): QueueTab {
  const tabs = tabsOf(viewer);
  const chosen = tab ?? (tabs[0] as QueueTab);
  refuseNoChoice('tab', chosen, tabs);
  return chosen;
}
