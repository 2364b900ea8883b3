import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { allow } from '../web/errors.js';
import { tellApplicant } from './announce-move.js';
import { openCase, type SeenCase } from './open-case.js';
import { canComment, canReadInside } from './permissions.js';

export const audiences = ['inside', 'founder'] as const;
export type NewComment = { audience: (typeof audiences)[number]; text: string };

/** Says something on a case, to those who review it or to the founder too. @throws Refusal without a word */
export async function commentOnApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { audience, text }: NewComment,
): Promise<void> {
  const application = await openCase(tx, seen);
  const viewer = await actingAccount(tx, by);
  allow(
    canComment(viewer, application) &&
      (audience === 'founder' || canReadInside(viewer, application)),
  );
  refuseIf([text.trim() === '' && { field: 'text', key: 'web.field.required' }]);
  await tx.waiverComment.create({
    data: {
      applicationId: application.id,
      at: by.at,
      byId: by.accountId,
      audience,
      text: text.trim(),
    },
  });
  recordEvent(tx, by, {
    verb: 'application.commented',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    ...(audience === 'inside' ? { audience } : {}),
    detail: { number: application.number, audience },
  });
  if (audience === 'founder' && viewer.personId !== application.personId)
    await tellApplicant(tx, by, application, 'waivers.message.comment');
}
