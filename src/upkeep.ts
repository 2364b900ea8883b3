import type { Logger } from 'pino';
import { Outbox } from './outbox/outbox.js';
import { logSender } from './outbox/sender.js';
import { auditOnceADay } from './parity/run-audit.js';
import { codeOf } from './people/code-of.js';
import { sweepCodes } from './people/phone-codes.js';
import { sweep } from './people/sessions.js';
import { prereviewOnceADay } from './prereview/run-prereview.js';
import { sweepPrivate } from './proofs/sweep-private.js';
import { jobsOf, resumeJobs, sweepJobs } from './reports/jobs.js';
import { expireRosters } from './returns/expire-rosters.js';
import { remindReturns } from './returns/remind-returns.js';
import type { SealingDeps } from './vault/deps.js';
import { runNight } from './waivers/nightly.js';

const hourMs = 60 * 60 * 1000;
/** How soon a scheduled report is made after its day has begun. */
const jobsMs = 30_000;
const outboxMs = 15_000;

export type Upkeep = { wakeOutbox: () => void; stop: () => Promise<void> };

/**
 * What the service does by itself beside answering: it throws away what has run out, lets time act on cases, sends
 * messages, makes reports that are due, and once a day assesses who is missed and whether all parks decide alike.
 * @returns when everything that has run out is gone; the rest goes on until it is stopped
 */
export async function startUpkeep(deps: SealingDeps, log: Logger): Promise<Upkeep> {
  const { db, clock, keys, config } = deps;
  await resumeJobs(deps);
  await tidy(deps, log);
  const outbox = new Outbox({
    db,
    clock,
    log,
    sender: logSender(log, { isOpen: !config.isProduction }),
    codeOf: (id) => codeOf(keys, id),
  });
  const jobs = jobsOf(deps, log);
  let running = assessOnceADay(deps, log);
  const everyHour = async () => {
    await tidy(deps, log);
    await assessOnceADay(deps, log);
  };
  const timers = [
    setInterval(() => {
      running = everyHour().catch((error) => log.error({ err: error }, 'upkeep failed'));
    }, hourMs),
    setInterval(() => outbox.wake(), outboxMs),
    setInterval(() => jobs.wake(), jobsMs),
  ];
  outbox.wake();
  jobs.wake();
  return {
    wakeOutbox: () => outbox.wake(),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([running, jobs.stop(), outbox.stop()]);
    },
  };
}

async function tidy(deps: SealingDeps, log: Logger): Promise<void> {
  const { db, clock, config } = deps;
  await sweep(db, clock.now());
  await sweepJobs(deps);
  await sweepCodes(db, clock.now());
  await runNight(db, clock.now());
  await remindReturns(db, clock.now());
  await expireRosters(db, clock.now());
  const missing = await sweepPrivate(db, config, clock.now());
  if (missing.length > 0) log.error({ missing }, 'files of proof are not there');
}

/** Takes seconds in a large network, and yields to requests all along. */
async function assessOnceADay({ db, clock }: SealingDeps, log: Logger): Promise<void> {
  try {
    await prereviewOnceADay(db, clock.now());
    await auditOnceADay(db, clock.now());
  } catch (error) {
    log.error({ err: error }, 'the daily assessment failed');
  }
}
