import type { Logger } from 'pino';
import { sweepPrivate } from './consents/sweep-private.js';
import { sweepJobs } from './exports/jobs.js';
import { sweepExports } from './exports/sweep-exports.js';
import { sweepImports } from './imports/sweep-imports.js';
import { expireSpacePhotos } from './parks/expire-space-photos.js';
import { sweepCodes } from './people/phone-codes.js';
import { sweep } from './people/sessions.js';
import { clearPeopleMerges } from './persons/merging/clear-people-merges.js';
import { proofsFolder } from './process/data-folders.js';
import { lookAtProofs, type SweptProofs, sweepProofs } from './proofs/sweep-proofs.js';
import { expireReturnProofs } from './returns/expire-return-proofs.js';
import { expireRosters } from './returns/expire-rosters.js';
import type { ClockLook } from './upkeep/steady-clock.js';
import type { Swept } from './upkeep/sweep-files.js';
import { clearMerges } from './ventures/merging/clear-merges.js';
import { expireVisitPhotos } from './visits/visit-photos.js';
import type { Deps } from './web/deps.js';

/**
 * Deletes what has run out, and sets aside files to which nothing refers. Never at a start, and not by a clock that
 * has just jumped: what is deleted cannot be made again, and a day later is soon enough.
 * @param clockLook how the clock looked just before
 */
export async function cleanUp(deps: Deps, log: Logger, clockLook: ClockLook): Promise<void> {
  const { db, clock, config } = deps;
  const now = clock.now();
  if (!clockLook.isSteady) {
    log.warn(
      { from: clockLook.jumpedFrom, to: now, waitsUntil: clockLook.steadyFrom },
      'the clock has jumped: nothing is deleted by it for a day; set it right if it is wrong',
    );
    return;
  }
  await sweep(db, now);
  await sweepJobs(deps);
  await sweepCodes(db, now);
  await sweepImports(db, now);
  await clearMerges(db, now);
  await clearPeopleMerges(db, now);
  await expireRosters(db, now);
  await expireReturnProofs(db, now);
  await expireSpacePhotos(db, now);
  await expireVisitPhotos(db, now);
  const deleted = await sweepPrivate(db, config, now);
  if (deleted > 0) log.info({ deleted }, 'files of proof were deleted, as was promised');
  tellProofs(log, await sweepProofs(db, proofsFolder(config), now));
  tellSwept(log, 'exports', await sweepExports(db, config, now));
}

/** At a start: says how the files of proof fit the database, and puts back what was set aside and belongs there. */
export async function checkProofs(
  { db, clock, config }: Deps,
  log: Pick<Logger, 'info' | 'warn' | 'error'>,
): Promise<void> {
  tellProofs(log, await lookAtProofs(db, proofsFolder(config), clock.now()));
}

function tellProofs(
  log: Pick<Logger, 'info' | 'warn' | 'error'>,
  { missing, ...swept }: SweptProofs,
): void {
  if (missing.length > 0) log.error({ missing }, 'files of proof are not there');
  tellSwept(log, 'proofs', swept);
}

function tellSwept(
  log: Pick<Logger, 'info' | 'warn' | 'error'>,
  folder: 'proofs' | 'exports',
  swept: Swept,
): void {
  const { setAside, putBack, deleted, unreferenced, doubt } = swept;
  if (doubt !== null) {
    log.error(
      { folder, ...swept },
      'no record refers to these files, and the database may not be theirs: none was moved; see DATA_DIR and DATABASE_URL',
    );
  } else if (setAside + putBack + deleted + unreferenced > 0) {
    log.warn(
      { folder, ...swept },
      'there are files without a record: so many were set aside, put back or deleted',
    );
  }
}
