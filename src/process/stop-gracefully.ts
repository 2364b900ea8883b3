import type { Server } from 'node:http';
import type { Logger } from 'pino';

/** Requests under way are answered for so long. */
const graceMs = 10_000;
/** Then what else is running may come to its end, for so long: nothing acknowledged is lost by leaving it. */
const endMs = 20_000;
/** Ctrl-C comes from the terminal and once more from npm: that is one wish to stop, not two. */
const sameMs = 1000;

/**
 * Stops on SIGTERM, SIGINT and SIGHUP: requests under way are answered first, for ten seconds at most. A second
 * signal, a second or more after the first, ends the process at once.
 * @param close what is done once no request is left
 */
export function stopGracefully(server: Server, log: Logger, close: () => Promise<void>): void {
  let since: number | null = null;
  const stop = (signal: string) => {
    if (since !== null) {
      if (performance.now() - since >= sameMs) process.exit(1);
      return;
    }
    since = performance.now();
    log.info({ signal }, 'stopping');
    setTimeout(() => server.closeAllConnections(), graceMs).unref();
    setTimeout(() => {
      log.error('what was running did not come to its end');
      process.exit(1);
    }, graceMs + endMs).unref();
    server.close(() => {
      close().then(
        () => process.exit(0),
        (error) => {
          log.error({ err: error }, 'the database did not close');
          process.exit(1);
        },
      );
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
}
