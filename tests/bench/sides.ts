import path from 'node:path';
import { server, untilAssessed } from './networks.js';
import { benchDriver, serve } from './processes.js';
import { type MeasuredSide, signIn } from './visit.js';

export type Sides = { product: MeasuredSide; floor: MeasuredSide };
export type ServedSides = { sides: Sides; file: string; stop(): Promise<void> };

export const floorProgram = ['--import', 'tsx', 'tests/bench/floor/server.ts'];

/**
 * The product and the floor over the same file, with the same sign-in.
 * @param folder of a network that may be written to
 * @param floorNode the program that runs the floor, where it is not the one that runs the bench
 */
export async function serveSides(folder: string, floorNode: string | null): Promise<ServedSides> {
  const file = path.join(folder, 'parks.db');
  const product = await serve(server, { DATA_DIR: folder, METERED_DRIVER: benchDriver });
  const floorEnv = { UV_THREADPOOL_SIZE: '16', METERED_DRIVER: 'node' };
  const floor = await serve([...floorProgram, file], floorEnv, floorNode ?? undefined);
  await untilAssessed(file);
  const signedIn = await signIn(product.base);
  return {
    sides: { product: { ...product, ...signedIn }, floor: { ...floor, ...signedIn } },
    file,
    async stop() {
      await product.stop();
      await floor.stop();
    },
  };
}
