import { rm } from 'node:fs/promises';
import { sharedFolder } from './demonstration.js';

/** Once for the whole run, in the process that started it. */
export const teardown = (): Promise<void> => rm(sharedFolder(), { recursive: true, force: true });
