/** So long is worked without a pause, in milliseconds: a page that takes twenty statements waits twenty times. */
const SLICE_MS = 8;

/**
 * For assessing many cases beside the pages: what it returns is awaited after each case, and lets whatever else waits
 * go first as soon as a slice of time is used up.
 */
export function inTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await new Promise(setImmediate);
    since = performance.now();
  };
}
