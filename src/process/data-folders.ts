import path from 'node:path';
import type { Config } from '../config.js';

/** Where files of proof lie: beside the database and never under what is served. */
export const proofsFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string =>
  path.join(dataDir, 'proofs');
