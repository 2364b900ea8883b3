import path from 'node:path';
import type { Config } from '../config.js';
import type { Reads } from '../database/database.js';
import type { FileFolder } from '../upkeep/file-folder.js';
import { type Referred, type Swept, sweepFiles } from '../upkeep/sweep-files.js';
import { exportsFolder } from './exports-folder.js';

const exportFiles = (config: Pick<Config, 'dataDir'>): FileFolder => ({
  folder: exportsFolder(config),
  pathOf: (name) => path.join(exportsFolder(config), name),
  // As long as a file is kept that was asked for: it holds the same, and can be made again.
  daysAside: 7,
});

/** Sets aside files to which no job refers, those begun and never finished among them. */
export const sweepExports = (
  reads: Reads,
  config: Pick<Config, 'dataDir'>,
  now: Date,
): Promise<Swept> => sweepFiles(exportFiles(config), () => referredExports(reads), now);

async function referredExports(reads: Reads): Promise<Referred> {
  const jobs = await reads.reportJob.findMany({
    where: { file: { not: null } },
    select: { file: true },
  });
  const { _max } = await reads.reportJob.aggregate({ _max: { finishedAt: true } });
  return { names: new Set(jobs.map(({ file }) => file ?? '')), newest: _max.finishedAt };
}
