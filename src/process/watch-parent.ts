/** Milliseconds between two looks. */
const lookMs = 250;

/**
 * Ends this process as SIGTERM would once the process that started it is gone. npm passes SIGTERM and SIGINT on, but
 * not SIGHUP, and nothing after kill -9; the server would go on unseen, and write into what somebody copies.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    // An orphan is given to another parent; the number of the old one may be that of a new process by then.
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, lookMs);
  timer.unref();
}
