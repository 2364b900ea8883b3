import type { Viewer } from '../people/viewer.js';
import { isPublishable, isStock } from './definitions.js';
import { countiesOfAddress, lastDayOf, type TotalsAddress, totalsAddress } from './forms.js';
import { canPublish } from './permissions.js';

/** The address of the form that publishes a total. */
export const publishHref = (address: TotalsAddress, path = '/figures/published/new'): string =>
  totalsAddress(address, path);

/**
 * Where the viewer can publish a total, or null: a share of it by form or industry rests on more than the
 * ledger, and a region of another day than the number's is no figure.
 */
export function publishLink(viewer: Viewer, address: TotalsAddress, head: number): string | null {
  const { measure, month, kind, asOf } = address;
  if (countiesOfAddress(address, lastDayOf({ asOf, month })) !== undefined) return null;
  const isWhole = isPublishable(measure) && kind === undefined;
  const isOfAMonth = isWhole && isStock(measure) && month !== undefined;
  if (!canPublish(viewer) || !isWhole || isOfAMonth) return null;
  return publishHref({ ...address, position: address.position ?? head });
}
