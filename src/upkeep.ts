import type { Logger } from 'pino';
import { checkProofs, cleanUp } from './clean-up.js';
import { holdsDemonstration } from './database/demonstration-mark.js';
import { slowly } from './database/slowly.js';
import type { ExportingDeps } from './exports/deps.js';
import { jobsOf, resumeJobs } from './exports/jobs.js';
import { catchUp } from './find/catch-up.js';
import { everythingFindable } from './findable.js';
import { Outbox } from './outbox/outbox.js';
import { logSender } from './outbox/sender.js';
import { auditOnceADay } from './parity/run-audit.js';
import { codeOf } from './people/code-of.js';
import { prereviewOnceADay } from './prereview/run-prereview.js';
import { remindReturns } from './returns/remind-returns.js';
import { type ClockLook, lookAtClock } from './upkeep/steady-clock.js';
import type { SealingDeps } from './vault/deps.js';
import { enterHeldOver } from './ventures/enter-rents.js';
import { runNight } from './waivers/nightly.js';

const hourMs = 60 * 60 * 1000;
/** How soon a scheduled report is made after its day has begun. */
const jobsMs = 30_000;
const outboxMs = 15_000;
/** A search catches up with what was changed; after a long list was brought in, it would wait for that. */
const findMs = 5_000;

export type Upkeep = { wakeOutbox: () => void; stop: () => Promise<void> };

/**
 * What the service does by itself beside answering: it lets time act on cases, sends messages, makes reports that are
 * due, each hour throws away what has run out, and once a day assesses who is missed and whether all parks decide
 * alike. Nothing is thrown away at the start: a service that was started on a wrong folder or with a wrong clock has
 * then done no harm.
 * @returns when time has acted on cases; the rest goes on until it is stopped
 */
export async function startUpkeep(deps: SealingDeps & ExportingDeps, log: Logger): Promise<Upkeep> {
  const { db, clock, keys, config } = deps;
  await resumeJobs(deps);
  await checkProofs(deps, log);
  await actByTime(deps, await lookAtClock(db, clock.now()));
  const outbox = new Outbox({
    db,
    clock,
    log,
    sender: logSender(log, { isOpen: !config.isProduction }),
    codeOf: (id) => codeOf(keys, id),
  });
  const jobs = jobsOf(deps, log);
  let running = assessOnceADay(deps, log);
  let indexing = Promise.resolve();
  const everyHour = async () => {
    const clockLook = await lookAtClock(db, clock.now());
    await actByTime(deps, clockLook);
    await cleanUp(deps, log, clockLook);
    await assessOnceADay(deps, log);
  };
  const timers = [
    setInterval(() => {
      running = everyHour().catch((error) => log.error({ err: error }, 'upkeep failed'));
    }, hourMs),
    setInterval(() => outbox.wake(), outboxMs),
    setInterval(() => jobs.wake(), jobsMs),
    setInterval(() => {
      indexing = indexing.then(() => catchUpNow(db, log));
    }, findMs),
  ];
  outbox.wake();
  jobs.wake();
  return {
    wakeOutbox: () => outbox.wakeIfAnnounced(),
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all([running, indexing, jobs.stop(), outbox.stop()]);
    },
  };
}

/** A clock that has just jumped lets no case lapse; in the demonstration time may jump as one likes. */
async function actByTime({ db, clock }: SealingDeps, { isSteady }: ClockLook): Promise<void> {
  if (isSteady || (await holdsDemonstration(db))) await runNight(db, clock.now());
  await enterHeldOver(db, clock.now());
  await remindReturns(db, clock.now());
}

async function catchUpNow(db: SealingDeps['db'], log: Logger): Promise<void> {
  try {
    await catchUp(db, everythingFindable);
  } catch (error) {
    log.error({ err: error }, 'what can be found was not brought up to date');
  }
}

/** Takes seconds in a large network, and yields to requests all along. */
async function assessOnceADay({ db, clock }: SealingDeps, log: Logger): Promise<void> {
  try {
    await slowly(() => prereviewOnceADay(db, clock.now()));
    await slowly(() => auditOnceADay(db, clock.now()));
  } catch (error) {
    log.error({ err: error }, 'the daily assessment failed');
  }
}
