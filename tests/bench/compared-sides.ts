import { afterAll, beforeAll } from 'vitest';
import { type Demonstration, demonstration } from '../demonstration.js';
import { startApp, type TestApp, testClock } from '../web/client.js';
import { type Serving, serve } from './processes.js';
import { floorProgram } from './sides.js';
import { type Side, signIn } from './visit.js';

// The benchmark's own comparisons, in seconds and without its times: it stops where the two sides differ, so what is
// added to a page must be added to the floor. That needs no large network.
/** The last day of a month in which no venture comes or goes: the month is whole, and carries what was before it. */
export const now = new Date('2026-11-29T20:00:00Z');

export type ComparedSides = { world: Demonstration; product: Side; floor: Side };

/** The product and the floor over the demonstration, for the tests of a file. */
export function comparedSides(): () => ComparedSides {
  let app: TestApp;
  let serving: Serving;
  let sides: ComparedSides;
  beforeAll(async () => {
    const world = await demonstration();
    app = await startApp({ db: world.db, clock: testClock(now) });
    serving = await serve([...floorProgram, world.file, now.toISOString()], {
      UV_THREADPOOL_SIZE: '4',
    });
    const signedIn = await signIn(app.base);
    const product = { base: app.base, ...signedIn };
    sides = { world, product, floor: { base: serving.base, ...signedIn } };
  });
  afterAll(async () => {
    await serving?.stop();
    await app?.close();
    await sides?.world.close();
  });
  return () => sides;
}
