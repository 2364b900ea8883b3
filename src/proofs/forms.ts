import { z } from 'zod';
import { choice } from '../web/fields.js';
import type { Labels } from '../web/forms.js';
import { proofItems } from './items.js';

export const ProofForm = z.object({ item: choice(proofItems) });

/** How the fields are called, for the summary of what is wrong. */
export const proofLabels = { item: 'proofs.item', file: 'proofs.file' } as const satisfies Labels;
