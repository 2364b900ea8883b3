// A site at work, without end: ventures are logged, settled and report, and files of proof are uploaded, removed and
// sealed anew. Prints each act once it is acknowledged; whoever started it kills it.
import '../../src/words.js';
import '../../src/between-rooms.js';
import { writeSync } from 'node:fs';
import { openDatabase, transact } from '../../src/database/database.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { deleteStored, storeFile } from '../../src/proofs/file-store.js';
import { removeProof } from '../../src/proofs/remove-proof.js';
import { resealProofs } from '../../src/proofs/reseal-proofs.js';
import { fileHeadcount } from '../../src/returns/file-headcounts.js';
import { KeyRing, newKey } from '../../src/vault/key-ring.js';
import { readKeysFile, replaceKeysFile } from '../../src/vault/keys-file.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { at, headcount, someVenture } from '../ledger/network.js';
import { somePdf } from '../proofs/samples.js';

const by = at('2025-02-14');
const [file = '', proofs = '', keysFile = '', park = '', person = ''] = process.argv.slice(2);
const [parkId, personId] = [Number(park), Number(person)];
const { db } = await openDatabase({ file });
const acknowledge = (...words: unknown[]) => writeSync(1, `${words.join(' ')}\n`);

async function register(): Promise<never> {
  for (;;) {
    const id = await transact(db, (tx) => logVenture(tx, by, someVenture(parkId)));
    acknowledge('logged', id);
    const settling = { ventureId: id, parkId, beganOn: '2023-01-01' };
    await transact(db, (tx) => settleVenture(tx, by, settling));
    acknowledge('settled', id);
    const filing = { ventureId: id, month: '2023-01', ...headcount(3), version: null };
    await transact(db, (tx) => fileHeadcount(tx, by, filing));
    acknowledge('filed', id);
  }
}

async function upload(text: string): Promise<number> {
  const keys = new KeyRing(readKeysFile(keysFile));
  const stored = await storeFile(proofs, keys, { personId, bytes: somePdf(text) });
  const proof = { personId, item: 'lease', name: 'a.pdf', mediaType: 'application/pdf' } as const;
  return transact(db, (tx) => addProof(tx, by, { ...proof, stored }));
}

async function bringProof(): Promise<never> {
  const kept: number[] = [];
  for (let round = 1; ; round += 1) {
    kept.push(await upload(`kept ${round}`), await upload(`short-lived ${round}`));
    const removed = await transact(db, (tx) => removeProof(tx, by, kept.pop() ?? 0));
    await deleteStored(proofs, removed);
    acknowledge('uploaded', kept.at(-1));
    // At most sixty stand for a person.
    if (kept.length < 10) continue;
    for (const id of kept.splice(0))
      await deleteStored(proofs, await transact(db, (tx) => removeProof(tx, by, id)));
    await sealAnew();
  }
}

/** As `npm run keys -- add` and `reseal`: every file gets another name. */
async function sealAnew(): Promise<void> {
  const { sealing, lookup } = readKeysFile(keysFile);
  replaceKeysFile(keysFile, { lookup, sealing: [...sealing, newKey(new Date())] });
  await resealProofs(db, new KeyRing(readKeysFile(keysFile)), proofs);
  acknowledge('sealed', 'anew');
}

await Promise.all([register(), register(), bringProof()]);
