import path from 'node:path';
import type { Express } from 'express';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { KeyRing } from '../../src/vault/key-ring.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { startApp, testClock } from '../web/client.js';
import { openBrowser, whySkipped } from './browser.js';

/** Addresses below the site's, by who looks at them. */
export type Addresses = Record<string, string[]>;

/** @property start where more can be done than where the links lead first */
export type Stage = {
  browser: Browser;
  base: string;
  app: Express;
  db: Demonstration['db'];
  start: Addresses;
};

/** The data that a journey goes through; keys where something was sealed in it that is read again. */
export type Network = Demonstration & { keys?: KeyRing; start?: Addresses };

/** The day on which the journeys take place. */
export const journeyDay = '2026-11-24';

/** The site over that data, and a browser. */
export async function openStage({ db, file, keys, start = {} }: Omit<Network, 'close'>) {
  const config = { dataDir: path.dirname(file) };
  const clock = testClock(new Date(`${journeyDay}T02:00:00Z`));
  const site = await startApp(keys ? { db, clock, config, keys } : { db, clock, config });
  const browser = await openBrowser();
  const stage: Stage = { browser, base: site.base, app: site.app, db, start };
  return {
    stage,
    async leave() {
      await browser.close();
      await site.close();
    },
  };
}

/** Journeys in a real browser through the demonstration network; skipped, saying why, where there is no browser. */
export function journeys(
  title: string,
  tell: (stage: Stage) => void,
  network: () => Promise<Network> = demonstration,
): void {
  const reason = whySkipped();
  if (reason !== null) {
    // The usual report only counts what is skipped; why must be seen too.
    console.warn(`The journeys “${title}” are skipped: ${reason}`);
    describe(title, () => it.skip(`skipped: ${reason}`, () => {}));
    return;
  }
  describe(title, { timeout: 1_200_000 }, () => {
    const stage = {} as Stage;
    let data: Network;
    let leave: () => Promise<void>;
    beforeAll(async () => {
      data = await network();
      const opened = await openStage(data);
      leave = opened.leave;
      Object.assign(stage, opened.stage);
    }, 600_000);
    afterAll(async () => {
      await leave?.();
      await data?.close();
    });
    tell(stage);
  });
}
