import { today } from '../../calendar/days.js';
import type { WaitingSource } from '../../people/waiting.js';
import { canSeeQueue } from '../permissions.js';
import { countWaiting } from './queue-selection.js';

/** The cases that wait for who reviews them; an auditor reviews none. */
export const casesWaiting: WaitingSource = {
  href: '/waivers/queue',
  tables: ['WaiverApplication', 'WaiverStep', 'Objection'],
  count: async (_reads, viewer, now) =>
    canSeeQueue(viewer) && viewer.role !== 'auditor' ? countWaiting(viewer, today(now)) : null,
};
