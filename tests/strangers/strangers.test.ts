import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { HttpProblem } from '../../src/web/errors.js';
import {
  type ActingFunction,
  actingFunctions,
  readSource,
  sourceFiles,
} from './acting-functions.js';
import { bureau } from './bureau.js';
import { imports as importing } from './imports.js';
import { type Acts, usualStrangers } from './kinds.js';
import { parts } from './parts.js';
import { payments } from './payments.js';
import { people } from './people.js';
import { register } from './register.js';
import { returns } from './returns.js';
import { waivers } from './waivers.js';
import { startWorld, type World } from './world.js';

const acts: Acts = {
  ...bureau,
  ...importing,
  ...payments,
  ...people,
  ...register,
  ...returns,
  ...waivers,
};
const inSource = actingFunctions();

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.close());

describe('every verb asks who acts, itself', () => {
  it('finds the functions that act for somebody in the source', () => {
    expect(inSource.length).toBeGreaterThan(140);
    expect(inSource).toContainEqual({
      file: 'figures/publish-figure.ts',
      name: 'publishFigure',
    });
  });

  it('knows each of them as a verb or as a part of verbs', () => {
    const names = inSource.map(({ name }) => name);
    const known = [...Object.keys(acts), ...Object.keys(parts)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.keys(acts).filter((name) => name in parts)).toEqual([]);
  });

  it('lets nothing that answers a request, and no command, call a part', () => {
    const files = sourceFiles().filter((file) => /(routes|commands?)\.ts$/.test(file));
    const calls = files.flatMap((file) =>
      inSource
        .filter((part) => part.name in parts && imports(file, part))
        .map(({ name }) => `${file}: ${name}`),
    );
    // Both do verbs, each of which asks.
    expect(calls.filter((call) => !/: (tryCase|runBatch)$/.test(call))).toEqual([]);
  });

  it('leaves writing to verbs', () => {
    const writes =
      /\b(tx|db)\.\w+\.(create|update|delete|upsert)|\b(insertRows\w*|recordEvents?)\(|changeRows\(tx|executeRaw/;
    const routes = sourceFiles().filter((file) => /routes\.ts$/.test(file));
    expect(routes.filter((file) => writes.test(readSource(file)))).toEqual([]);
  });

  for (const [name, act] of Object.entries(acts)) {
    const strangers = ('strangers' in act ? act.strangers : null) ?? usualStrangers;
    it(`${name} is refused to ${strangers.join(', ')}`, async () => {
      for (const stranger of strangers)
        expect([stranger, await answerTo(act, stranger)]).toEqual([stranger, 403]);
    });
  }
});

/** Whether a file imports a function from where it is declared: another may have the same name. */
const imports = (file: string, { file: from, name }: ActingFunction): boolean =>
  new RegExp(`import [^;]*\\b${name}\\b[^;]* from '[^']*${path.basename(from, '.ts')}\\.js'`).test(
    readSource(file),
  );

/** The status with which a verb answers a stranger; nothing of it is kept, whatever it is. */
async function answerTo(act: Acts[string], name: keyof World['strangers']): Promise<unknown> {
  const by = world.strangers[name];
  class Undone extends Error {}
  try {
    if ('on' in act) await act.on(world, world.db, by);
    else
      await transact(world.db, async (tx) => {
        await (typeof act === 'function' ? act : act.act)(world, tx, by);
        throw new Undone();
      });
    return 'done';
  } catch (error) {
    if (error instanceof Undone) return 'done';
    return error instanceof HttpProblem ? error.status : error;
  }
}
