import type { Frame } from '../../web/frame.js';
import { reasonText } from './reason-text.js';

/** A decision with its reason, as one choice of a form. */
export const option = (
  move: 'approve' | 'refuse' | 'uphold' | 'overturn' | 'amend',
  reason: string,
  voice: Frame,
) => ({
  value: `${move}.${reason}`,
  label: voice.say(`waivers.desk.outcome.${move}`, { reason: reasonText(reason, voice) }),
});
