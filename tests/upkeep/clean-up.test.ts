import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cleanUp } from '../../src/clean-up.js';
import { transact } from '../../src/database/database.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { pathOf } from '../../src/proofs/file-store.js';
import { lookAtClock } from '../../src/upkeep/steady-clock.js';
import { startUpkeep } from '../../src/upkeep.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { agree, type Cast, enterNumber, startPeople, upload } from '../identities/cast.js';
import { somePdf } from '../proofs/samples.js';

let cast: Cast;
let lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
const messages = () => lines.map((line) => JSON.parse(line).msg as string);
let storedAs = '';

/** A person with a number and a file of proof, whose venture left in February 2025: both go in February 2028. */
beforeEach(async () => {
  cast = await startPeople();
  const { id, number } = cast.person;
  for (const purpose of ['identity', 'proof'] as const) await agree(cast, id, purpose);
  await enterNumber(cast, id);
  await upload(await cast.as('park1'), number, { name: 'a.pdf', bytes: somePdf() });
  ({ storedAs } = await cast.db.proofFile.findFirstOrThrow());
  const by = { accountId: null, at: new Date('2025-02-14T02:00:00Z') };
  const end = { endedOn: '2025-02-10', reason: 'graduated', note: '' } as const;
  await transact(cast.db, (tx) =>
    endResidency(tx, by, { ventureId: 1, ...end, setsAsideReturns: false }),
  );
});
afterEach(() => cast.close());

const left = async () => ({
  numbers: await cast.db.identity.count(),
  files: existsSync(pathOf(proofsFolder(cast.config), storedAs)),
  sessions: (await cast.db.session.count()) > 0,
});
const all = { numbers: 1, files: true, sessions: true };
const deps = (at: string) => ({ ...cast, clock: { now: () => new Date(at) } });

async function hourAt(at: string): Promise<void> {
  lines = [];
  await cleanUp(deps(at), log, await lookAtClock(cast.db, new Date(at)));
}

describe('what has run out', () => {
  it('is not deleted at a start, whatever the clock says, nor is any file', async () => {
    const exports = path.join(cast.config.dataDir, 'exports');
    const stray = [path.join(exports, 'a.xlsx.part'), pathOf(proofsFolder(cast.config), 'abcd')];
    for (const file of stray) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, 'half');
      utimesSync(file, 0, 0);
    }
    const { stop } = await startUpkeep(deps('2031-06-01T00:00:00Z'), log);
    await stop();
    expect(await left()).toEqual(all);
    expect(stray.filter((file) => existsSync(file))).toEqual(stray);
    expect(readdirSync(exports)).toEqual(['a.xlsx.part']);
  });

  it('is not deleted by a clock that has just jumped ahead or to 1970, and the log says why', async () => {
    await cast.db.setting.deleteMany({ where: { key: 'upkeep-clock' } });
    await lookAtClock(cast.db, new Date('2025-02-14T03:00:00Z'));
    for (const at of ['2031-01-15T00:00:00Z', '2031-01-15T01:00:00Z', '1970-01-01T00:00:00Z']) {
      await hourAt(at);
      expect(await left(), at).toEqual(all);
      expect(messages()).toEqual([expect.stringContaining('the clock has jumped')]);
    }
  });

  it('is deleted as was promised once the clock has gone on for a day', async () => {
    await hourAt('2028-02-20T00:00:00Z');
    await hourAt('2028-02-20T23:00:00Z');
    expect(await left()).toEqual(all);
    await hourAt('2028-02-21T00:00:00Z');
    expect(await left()).toEqual({ numbers: 0, files: false, sessions: false });
    expect(messages()).toContain('files of proof were deleted, as was promised');
  });
});
