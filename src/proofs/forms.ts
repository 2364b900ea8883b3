import { z } from 'zod';
import type { Say } from '../language/say.js';
import { choice } from '../web/fields.js';
import { proofItems } from './items.js';

export const ProofForm = z.object({ item: choice(proofItems) });

/** How the fields are called, for the summary of what is wrong. */
export const proofFields = (say: Say) => [
  { name: 'item', label: say('proofs.item') },
  { name: 'file', label: say('proofs.file') },
];
