import type { Proof } from '../../policies/rules.js';
import type { ProofItem } from '../../proofs/items.js';

/** Items of the example policies, by the kind under which a file is kept with its person. */
const kinds = new Map<string, ProofItem>(
  Object.entries({
    identity: 'identity-document',
    'identity-document': 'identity-document',
    'social-insurance': 'social-insurance',
    lease: 'lease',
    rent: 'rent-receipt',
    'rent-receipt': 'rent-receipt',
    agreement: 'incubation-agreement',
    form: 'application-form',
  }),
);

/** Under which kind a file is kept that answers for an item of a policy, for later cases to find it by. */
export function kindOfProof({ id, categories }: Pick<Proof, 'id' | 'categories'>): ProofItem {
  if (categories.length > 0) return 'category';
  return kinds.get(id) ?? 'other';
}
