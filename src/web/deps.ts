import type { Clock } from '../calendar/days.js';
import type { Config } from '../config.js';
import type { Db } from '../database/database.js';

/** What a room's routes are given. */
export type Deps = { db: Db; clock: Clock; config: Config };
