import type { Say } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { canSeeBatches } from './permissions.js';

/** The pages of the room beside each other, for who has more than one. */
export function placesOf(viewer: Viewer, here: string, say: Say) {
  if (viewer.role === 'founder') return null;
  const places = [
    { href: '/payments', label: say('payments.grants') },
    { href: '/payments/claims', label: say('payments.claims.title') },
    ...(canSeeBatches(viewer)
      ? [{ href: '/payments/batches', label: say('payments.batches') }]
      : []),
    { href: '/payments/recoveries', label: say('payments.recovery.title') },
  ];
  return places.map((place) => ({ ...place, current: place.href === here }));
}
