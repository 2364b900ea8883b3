// Makes the waiting jobs of a database as the server would, and tells when each is begun. Whoever started it kills it.
import '../../src/words.js';
import { writeSync } from 'node:fs';
import { systemClock } from '../../src/calendar/days.js';
import { readConfig } from '../../src/config.js';
import { openDatabase } from '../../src/database/database.js';
import { everyExport } from '../../src/exported.js';
import { jobsOf } from '../../src/exports/jobs.js';

const [file = '', dataDir = ''] = process.argv.slice(2);
const { db } = await openDatabase({ file });
const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir });
jobsOf({ db, clock: systemClock, config, exports: everyExport }).wake();
writeSync(1, 'begun\n');
setInterval(() => {}, 1000);
