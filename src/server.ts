import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import pino from 'pino';
import { createApp } from './app.js';
import { systemClock } from './calendar/days.js';
import { type Config, isStartedByNpm } from './config.js';
import { type Db, openDatabase } from './database/database.js';
import { holdsDemonstration } from './database/demonstration-mark.js';
import { migrate } from './database/migrate.js';
import { everyExport } from './exported.js';
import { catchUp } from './find/catch-up.js';
import { everythingFindable } from './findable.js';
import { sealStoredNumbers } from './identities/seal-stored-numbers.js';
import { proofsFolder } from './process/data-folders.js';
import { holdData } from './process/hold-data.js';
import { programConfig } from './process/program-config.js';
import { refuseNewDatabase } from './process/refuse-new-database.js';
import { stopGracefully } from './process/stop-gracefully.js';
import { endWithParent } from './process/watch-parent.js';
import { loadReference } from './reference.js';
import { beginWorkers } from './returns/enter-workers.js';
import { Told } from './told.js';
import { startUpkeep } from './upkeep.js';
import type { KeyRing } from './vault/key-ring.js';
import { openKeys } from './vault/open-keys.js';
import { endOutlasting } from './ventures/end-outlasting.js';
import { beginRents } from './ventures/enter-rents.js';
import { fillNameKeys } from './ventures/fill-name-keys.js';
import { outlastingText } from './ventures/outlasting-leases.js';
import type { Views } from './web/views.js';

/** What stops a start. */
class CannotStart extends Told {}

async function start(): Promise<void> {
  if (isStartedByNpm(process.env)) endWithParent();
  const config = programConfig(process.env);
  const log = pino({ level: config.logLevel });
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  refuseNewDatabase(config, { isWanted: !config.isProduction });
  makeWritable('DATA_DIR', config.dataDir);
  makeWritable('DATABASE_URL', path.dirname(config.databaseFile));
  const release = await holdData(config, systemClock.now());
  const directory = path.join(config.root, 'prisma/migrations');
  const applied = await migrate({ file: config.databaseFile, directory, log: tell });
  if (applied.length > 0) tell(`Applied ${applied.length} migration(s).`);
  const { db, close } = await openDatabase({ file: config.databaseFile });
  const keys = await openKeys(db, { file: config.keysFile, now: systemClock.now(), tell });
  await loadReference(db);
  await fillNameKeys(db);
  if (config.loadsDemo)
    await loadDemonstrationIfEmpty(db, { keys, proofs: proofsFolder(config) }, tell);
  const sealed = await sealStoredNumbers(db, keys, systemClock.now());
  if (sealed > 0) tell(`Sealed the numbers of certificates in ${sealed} text(s) of categories.`);
  if (applied.length > 0) tell('Writing down what can be found ...');
  await catchUp(db, everythingFindable);
  await beginRents(db, systemClock.now());
  await endLeasesOfThoseWhoLeft(db, tell);
  await beginWorkers(db, systemClock.now());
  const isDemo = await holdsDemonstration(db);
  if (isDemo && config.isProduction) {
    throw new CannotStart(
      `${config.databaseFile} holds the demonstration, whose passwords are public: set DATA_DIR to another folder.`,
    );
  }
  if (config.isProduction) log.warn('no sender is set up: messages and codes only reach the log');
  const deps = { db, clock: systemClock, config, keys, exports: everyExport };
  const { wakeOutbox, stop } = await startUpkeep(deps, log);
  const app = createApp({ ...deps, isDemo, log, wakeOutbox });
  const server = await listen(app, config);
  stopGracefully(server, log, async () => {
    await stop();
    await close();
    await release();
  });
  tell(greeting(server, config, isDemo));
  await (app.locals.views as Views).compileAll();
}

/** @throws nothing for leases that have to stay: they are listed, here and by `verify` */
async function endLeasesOfThoseWhoLeft(db: Db, tell: (line: string) => void): Promise<void> {
  const { ended, left } = await endOutlasting(db, systemClock.now());
  if (ended > 0) tell(`Ended ${ended} lease(s) of ventures that had left.`);
  for (const lease of left) tell(`To be ended by hand: ${outlastingText(lease)}.`);
}

function makeWritable(setting: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new CannotStart(
      `${setting} cannot be written to: ${folder} (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

async function loadDemonstrationIfEmpty(
  db: Db,
  sealing: { keys: KeyRing; proofs: string },
  tell: (line: string) => void,
): Promise<void> {
  const anything = (await db.account.findFirst()) ?? (await db.park.findFirst());
  if (anything) return;
  // Loaded only here: production never has this code in memory.
  const { loadDemonstration } = await import('../prisma/seed/demonstration.js');
  const { wideAwake } = await import('../prisma/seed/wide-awake.js');
  tell('Loading the demonstration network ...');
  await wideAwake(() => loadDemonstration(db, { log: tell, sealing }));
}

function listen(app: ReturnType<typeof createApp>, config: Config): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = app.listen(config.port, config.host, (error?: Error) => {
      if (!error) return resolve(server);
      const code = (error as NodeJS.ErrnoException).code;
      const reason =
        code === 'EADDRINUSE'
          ? `Port ${config.port} on ${config.host} is in use: stop what listens there, or set PORT.`
          : `Cannot listen on ${config.host}:${config.port} (${code}): see HOST and PORT.`;
      reject(new CannotStart(reason));
    });
    // Longer than proxies keep a connection that nothing comes over (nginx: 60 s): else one is closed here just as it is used there.
    server.keepAliveTimeout = 75_000;
    server.headersTimeout = 80_000;
  });
}

function greeting(server: Server, config: Config, isDemo: boolean): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const lines = [`Ready: http://${host}:${port}`];
  if (isDemo) {
    lines.push(
      'Demonstration sign-ins: bureau, bureau2, bureau3, dinghai, putuo, daishan, shengsi, park1 ... park10, founder1, founder2, admin, admin2, auditor',
      'Password of each: walls-down-2025',
    );
  }
  return lines.join('\n');
}

try {
  await start();
} catch (error) {
  process.stderr.write(`${error instanceof Told ? error.message : (error as Error).stack}\n`);
  process.exit(1);
}
