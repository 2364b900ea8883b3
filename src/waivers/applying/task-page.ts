import type { Request, Response } from 'express';
import { day } from '../../language/format.js';
import { viewerOf } from '../../people/viewer.js';
import { type IssuedVersion, versionsInForce } from '../../policies/versions.js';
import type { Deps } from '../../web/deps.js';
import { type Frame, frameOf } from '../../web/frame.js';
import { page } from '../../web/views.js';
import type { CaseFile } from '../find-case.js';
import { canMove } from '../permissions.js';
import { caseRows, policyName } from '../present-case.js';
import { fillingOf } from './filling.js';
import { tasksOf } from './tasks.js';

const tones = { done: 'sea', 'not-started': 'heed', 'cannot-start': null, optional: null } as const;

/** The list of tasks of a draft; where its policy has ended meanwhile, what can be done about that. */
export async function showTasks(
  { db, clock }: Deps,
  _req: Request,
  res: Response,
  application: CaseFile,
): Promise<void> {
  const frame = frameOf(res);
  const { say } = frame;
  const viewer = viewerOf(res);
  const isOwn = viewer.personId === application.personId;
  const filling = await fillingOf(db, application, clock.now(), frame);
  const sections = tasksOf(filling, isOwn, frame);
  const all = sections.flatMap(({ tasks }) => tasks);
  const done = all.filter(({ state }) => state === 'done').length;
  page(res, 'waivers/tasks', {
    title: say('waivers.case.title', { policy: policyName(application, frame) }),
    over: application.number,
    crumbs: [{ href: '/waivers', label: say('waivers.mine') }],
    behalf: behalfText(application, isOwn, frame),
    replaced: await replacement(
      application,
      await versionsInForce(db, filling.on),
      filling.on,
      frame,
    ),
    version: String(application.version),
    number: application.number,
    progress: say('waivers.tasks.done-of', { n: done, of: all.length }),
    sections: sections.map(({ title, note, tasks }) => ({
      title,
      note,
      tasks: tasks.map(({ label, href, state }) => ({
        label,
        href,
        tone: tones[state],
        state: say(`waivers.tasks.${state}`),
      })),
    })),
    rows: caseRows(application, frame),
    withdrawHref: canMove(viewer, application, 'withdraw')
      ? `/waivers/${application.number}/withdrawal`
      : null,
  });
}

function behalfText(application: CaseFile, isOwn: boolean, { say }: Frame): string | null {
  if (application.begunById === null) return null;
  if (isOwn) return say('waivers.tasks.behalf');
  return say('waivers.tasks.behalf-park', { name: application.person.name });
}

/** What became of the version that a draft pins: null while it is in force. */
async function replacement(
  application: CaseFile,
  inForce: IssuedVersion[],
  on: string,
  frame: Frame,
): Promise<{ text: string; adopts: boolean } | null> {
  const { say, lang } = frame;
  const { endedOn } = application.policyVersion;
  if (endedOn === null || endedOn > on) return null;
  const next = inForce.find(({ policyId }) => policyId === application.policyId);
  if (!next) {
    const values = { name: policyName(application, frame), day: day(endedOn, lang) };
    return { text: say('waivers.version.ended-text', values), adopts: false };
  }
  const values = { n: next.number, day: day(next.beganOn, lang) };
  return { text: say('waivers.version.replaced', values), adopts: true };
}
