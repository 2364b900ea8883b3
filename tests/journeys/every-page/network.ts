import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../../src/database/database.js';
import { openKeyRing } from '../../../src/vault/keys-file.js';
import { copyOf, demonstrationFolder } from '../../demonstration.js';
import { madeOnce } from '../../made-once.js';
import { phone, signInAs, visit } from '../browser.js';
import { faultsOf } from '../look.js';
import { aFounderWithoutPapers, handInPapers } from '../papers.js';
import { type Addresses, type Network, openStage, type Stage } from '../setup.js';
import { addressesOfCases } from './case-pages.js';
import { askForCodes } from './codes.js';
import { addressesOfRecords } from './record-pages.js';

const ringIn = (folder: string) =>
  openKeyRing(path.join(folder, 'keys.json'), { mayMake: true, now: new Date(), tell: () => {} });

/** The demonstration after what the looks need has happened in it, made once for all of them. */
export async function preparedNetwork(): Promise<Network> {
  const made = await madeOnce('every-page', prepare);
  const data = await copyOf(made);
  const start = JSON.parse(await readFile(path.join(made, 'start.json'), 'utf8')) as Addresses;
  return Object.assign(data, { keys: ringIn(made), start });
}

async function prepare(folder: string): Promise<void> {
  await cp(await demonstrationFolder(), folder, { recursive: true });
  const file = path.join(folder, 'parks.db');
  const { db, close } = await openDatabase({ file });
  const { stage, leave } = await openStage({ db, file, keys: ringIn(folder), start: {} });
  const start: Addresses = {};
  for (const addresses of [
    await papersOf(stage),
    await addressesOfRecords(stage),
    await addressesOfCases(stage),
    await askForCodes(stage),
  ])
    for (const [who, some] of Object.entries(addresses))
      start[who] = [...(start[who] ?? []), ...some];
  await leave();
  await close();
  await writeFile(path.join(folder, 'start.json'), JSON.stringify(start));
}

/** A founder agrees, enters a number and sends a lease. */
async function papersOf(stage: Stage): Promise<Addresses> {
  const context = await visit(stage.browser, stage.base, { size: phone });
  const page = await signInAs(context, await aFounderWithoutPapers(stage));
  const own = await handInPapers(page);
  expect(await page.locator('main').innerText()).toContain('租赁合同.pdf');
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
  const { pathname } = new URL(own);
  return { bureau: [pathname], auditor: [pathname] };
}
