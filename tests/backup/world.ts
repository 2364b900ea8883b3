import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Config, readConfig } from '../../src/config.js';
import { type Db, transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import { purposes } from '../../src/identities/kinds.js';
import { enterPeople } from '../../src/people/enter-people.js';
import { proofsFolder } from '../../src/process/data-folders.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { deleteStored, pathOf, storeFile } from '../../src/proofs/file-store.js';
import { removeProof } from '../../src/proofs/remove-proof.js';
import type { KeyRing } from '../../src/vault/key-ring.js';
import { openKeys } from '../../src/vault/open-keys.js';
import { settleVentures } from '../../src/ventures/settle-venture.js';
import { scratchDatabase } from '../database/scratch.js';
import { someCitizen } from '../identities/numbers.js';
import { at, somePark, someVentures } from '../ledger/network.js';
import { somePdf } from '../proofs/samples.js';

const by = at('2024-04-15');

/** A data folder with a park, ventures, a person with an identity number and files of proof, and the keys apart. */
export type World = {
  db: Db;
  config: Config;
  keys: KeyRing;
  parkId: number;
  /** A folder for backups and for what is restored. */
  shelf: string;
  /** The settings of an empty place, with the same keys. */
  emptyPlace(name: string): Config;
  addFile(text: string): Promise<number>;
  removeFile(id: number): Promise<void>;
  fileOf(id: number): Promise<string>;
  /** Closes the database, so that its file can be worked on; the world stays on the disk until `close`. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

export async function someWorld({ files = 3 } = {}): Promise<World> {
  const scratch = await scratchDatabase();
  const { db } = scratch;
  const shelf = mkdtempSync(path.join(tmpdir(), 'parks-shelf-'));
  const config = settings(scratch.folder, path.join(shelf, 'keys.json'));
  const folder = proofsFolder(config);
  const keys = await openKeys(db, { file: config.keysFile, now: by.at, tell: () => {} });
  const parkId = await transact(db, (tx) => somePark(tx, by));
  await transact(db, async (tx) => {
    const ventureIds = await someVentures(tx, by, parkId, 5);
    const settled = ventureIds.map((ventureId) => ({ ventureId, parkId, beganOn: '2024-01-10' }));
    await settleVentures(tx, by, settled);
  });
  const personId = await somebody(db, keys);
  let isOpen = true;
  const world: World = {
    db,
    config,
    keys,
    parkId,
    shelf,
    emptyPlace: (name) => settings(path.join(shelf, name), config.keysFile),
    async addFile(text) {
      const stored = await storeFile(folder, keys, { personId, bytes: somePdf(text) });
      const proof = { item: 'lease', name: 'a.pdf', mediaType: 'application/pdf' } as const;
      return transact(db, (tx) => addProof(tx, by, { personId, ...proof, stored }));
    },
    async removeFile(id) {
      await deleteStored(folder, await transact(db, (tx) => removeProof(tx, by, id)));
    },
    async fileOf(id) {
      const { storedAs } = await db.proofFile.findUniqueOrThrow({ where: { id } });
      return pathOf(folder, storedAs);
    },
    async stop() {
      if (isOpen) await db.$disconnect();
      isOpen = false;
    },
    async close() {
      await scratch.close();
      rmSync(shelf, { recursive: true, force: true });
    },
  };
  for (let i = 1; i <= files; i += 1) await world.addFile(`lease ${i}`);
  return world;
}

const settings = (dataDir: string, keysFile: string): Config =>
  readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, KEYS_FILE: keysFile });

async function somebody(db: Db, keys: KeyRing): Promise<number> {
  const person = { name: '陈海', phone: null, graduatedOn: null, categories: [] };
  return transact(db, async (tx) => {
    const [personId = 0] = await enterPeople(tx, by, [person]);
    for (const purpose of purposes) {
      const agreed = {
        textVersion: newestText(purpose).version,
        lang: 'zh',
        basis: 'paper',
      } as const;
      await giveConsent(tx, by, { personId, purpose, ...agreed });
    }
    const number = { kind: 'resident', number: someCitizen(), replaces: null } as const;
    await enterIdentity(tx, by, keys, { personId, ...number });
    return personId;
  });
}
