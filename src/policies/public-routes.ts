import { type Request, type Response, Router } from 'express';
import { type Day, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type Viewer, viewerOrNull } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { endingOf } from './end-policy.js';
import { canDraftPolicies, canReadDrafts } from './permissions.js';
import { presentRules, presentStanding } from './present-policy.js';
import { allVersions, isIssued, type PolicyVersion, stateOf, versionsOf } from './versions.js';

/** What anyone may read of the policies: those in force, and every version that ever was. */
export function publicPolicyRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/policies', (req, res) => showList(deps, req, res));
  router.get('/policies/:code', (req, res) => showPolicy(deps, req, res));
  return router;
}

async function showList({ db, clock }: Deps, _req: Request, res: Response): Promise<void> {
  const voice = frameOf(res);
  const viewer = viewerOrNull(res);
  const on = today(clock.now());
  const versions = (await allVersions(db)).filter((item) => isSeen(item, viewer));
  const present = (version: PolicyVersion) => ({
    href: hrefOf(version, on),
    name: version.rules.name[voice.lang],
    summary: version.rules.summary[voice.lang],
    number: voice.say('policies.version', { n: version.number }),
    ...presentStanding(version, on, voice),
    act:
      stateOf(version, on) === 'draft' && canDraftPolicies(viewer)
        ? voice.say('policies.draft.look')
        : null,
  });
  const ofState = (...states: string[]) =>
    versions.filter((version) => states.includes(stateOf(version, on))).map(present);
  page(res, 'policies/list', {
    title: voice.say('policies.title'),
    actions: [
      ...(canDraftPolicies(viewer)
        ? [{ href: '/policies/drafts/new', label: voice.say('policies.new') }]
        : []),
      { href: '/eligibility', label: voice.say('policies.to-check') },
      ...(viewer ? [{ href: '/holidays', label: voice.say('holidays.title') }] : []),
      ...(canReadDrafts(viewer)
        ? [{ href: '/policies/parity', label: voice.say('parity.link') }]
        : []),
    ],
    inForce: ofState('in-force'),
    coming: ofState('coming', 'draft'),
  });
}

/** A draft has a page of its own; the version in force is the policy's. */
function hrefOf(version: PolicyVersion, on: Day): string {
  const { code, number } = version;
  const state = stateOf(version, on);
  if (state === 'draft') return `/policies/${code}/draft`;
  return state === 'in-force' ? `/policies/${code}` : `/policies/${code}?version=${number}`;
}

const isSeen = (version: PolicyVersion, viewer: Viewer | null): boolean =>
  isIssued(version) || canReadDrafts(viewer);

async function showPolicy({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const voice = frameOf(res);
  const { say } = voice;
  const viewer = viewerOrNull(res);
  const on = today(clock.now());
  const versions = (await versionsOf(db, String(req.params.code))).filter((item) =>
    isSeen(item, viewer),
  );
  const version = found(chosen(versions.filter(isIssued), req.query.version, on));
  const rules = presentRules(version.rules, voice);
  const state = stateOf(version, on);
  const ending = await endingOf(db, version.id);
  page(res, 'policies/policy', {
    title: rules.name,
    crumbs: [{ href: '/policies', label: say('policies.title') }],
    actions: [
      ...draftAction(versions, version, viewer, voice.say),
      ...(canDraftPolicies(viewer) && version.endedOn === null
        ? [{ href: `/policies/${version.code}/end`, label: say('policies.end') }]
        : []),
      ...(state === 'in-force' ? [{ href: '/eligibility', label: say('policies.to-check') }] : []),
    ],
    heed: state === 'in-force' ? null : say(state === 'ended' ? 'policies.old' : 'policies.coming'),
    ending: ending ? presentEnding(ending, viewer, voice) : null,
    current: versions.some((item) => stateOf(item, on) === 'in-force')
      ? `/policies/${version.code}`
      : null,
    edition: say('policies.version', { n: version.number }),
    validity: presentStanding(version, on, voice),
    rules,
    versions: versions.map((item) => ({
      href: hrefOf(item, on),
      isShown: item.id === version.id,
      number: say('policies.version', { n: item.number }),
      ...presentStanding(item, on, voice),
    })),
  });
}

/** What was decided of its end. Who decided it stands there for those who read drafts. */
function presentEnding(
  ending: NonNullable<Awaited<ReturnType<typeof endingOf>>>,
  viewer: Viewer | null,
  { say, lang }: Voice,
) {
  const { endKind, endedOn, endReason, endDecidedAt, endDecidedBy } = ending;
  const values = { until: day(lastDayOf(endedOn ?? ''), lang), reason: endReason ?? '' };
  return {
    text: say(endKind === 'term' ? 'policies.end.heed.term' : 'policies.end.heed.repealed', values),
    by:
      canReadDrafts(viewer) && endDecidedAt && endDecidedBy
        ? say('policies.end.by', { name: endDecidedBy.name, time: time(endDecidedAt, lang) })
        : null,
  };
}

/** The version asked for, else the one in force, else the newest. */
function chosen(versions: PolicyVersion[], requested: unknown, on: Day): PolicyVersion | undefined {
  if (requested !== undefined) return versions.find(({ number }) => String(number) === requested);
  return versions.find((version) => stateOf(version, on) === 'in-force') ?? versions[0];
}

function draftAction(
  versions: PolicyVersion[],
  { code }: PolicyVersion,
  viewer: Viewer | null,
  say: ReturnType<typeof frameOf>['say'],
) {
  const hasDraft = versions.some((version) => !isIssued(version));
  if (hasDraft) return [{ href: `/policies/${code}/draft`, label: say('policies.to-draft') }];
  if (!canDraftPolicies(viewer)) return [];
  return [{ href: `/policies/${code}/draft/new`, label: say('policies.draft-next') }];
}
