import path from 'node:path';
import type { Express } from 'express';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Demonstration, demonstration } from '../demonstration.js';
import { startApp, type TestApp, testClock } from '../web/client.js';
import { openBrowser, whySkipped } from './browser.js';

export type Stage = { browser: Browser; base: string; app: Express; db: Demonstration['db'] };

/** The day on which the journeys take place. */
export const journeyDay = '2026-11-24';

/** Journeys in a real browser through the demonstration network; skipped, saying why, where there is no browser. */
export function journeys(title: string, tell: (stage: Stage) => void): void {
  const reason = whySkipped();
  if (reason !== null) {
    // The usual report only counts what is skipped; why must be seen too.
    console.warn(`The journeys “${title}” are skipped: ${reason}`);
    describe(title, () => it.skip(`skipped: ${reason}`, () => {}));
    return;
  }
  describe(title, { timeout: 1_200_000 }, () => {
    const stage = {} as Stage;
    let data: Demonstration;
    let site: TestApp;
    beforeAll(async () => {
      data = await demonstration();
      const config = { dataDir: path.dirname(data.file) };
      const clock = testClock(new Date(`${journeyDay}T02:00:00Z`));
      site = await startApp({ db: data.db, clock, config });
      const { base, app } = site;
      Object.assign(stage, { browser: await openBrowser(), base, app, db: data.db });
    }, 600_000);
    afterAll(async () => {
      await stage.browser?.close();
      await site?.close();
      await data?.close();
    });
    tell(stage);
  });
}
