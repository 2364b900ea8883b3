import { type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import { applicationsInScope } from '../people/case-scope.js';
import { venturesInScope } from '../people/scope.js';
import { viewerOf } from '../people/viewer.js';
import { voiceOf } from '../policies/form-of.js';
import { PolicyRules } from '../policies/rules.js';
import { versionsInForce } from '../policies/versions.js';
import type { Deps } from '../web/deps.js';
import { type Frame, frameOf } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { nextStep, stateTag } from './next-step.js';
import { isOver, type StateName, states } from './states.js';

/** What somebody has applied for; those who review have a queue. */
export function waiverListRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/waivers', async (_req, res) => {
    if (viewerOf(res).role !== 'founder') return leadOn(res, '/waivers/queue');
    await showOwn(deps, res);
  });
  return router;
}

async function showOwn({ db, clock }: Deps, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const rows = await db.waiverApplication.findMany({
    where: applicationsInScope(viewer),
    include: {
      policyVersion: true,
      venture: { select: { number: true, name: true } },
      waiver: true,
    },
    orderBy: { id: 'desc' },
  });
  const ventures = await db.venture.count({ where: venturesInScope(viewer) });
  const policies = await versionsInForce(db, today(clock.now()));
  const calendar = await currentCalendar(db);
  const shown = rows.map((row) => presentRow(row, calendar, clock.now(), frame));
  page(res, 'waivers/mine', {
    title: say('waivers.mine'),
    hasNone: rows.length === 0,
    hasVenture: ventures > 0,
    groups: (['to-do', 'under-way', 'over'] as const).map((group) => ({
      title: say(`waivers.mine.${group}`),
      rows: shown.filter((item) => item.group === group),
    })),
    policies: policies.map(({ code, rules }) => ({
      name: rules.name[lang],
      summary: rules.summary[lang],
      href: `/policies/${code}`,
      applyHref: `/waivers/new?policy=${code}`,
    })),
  });
}

type Row = Parameters<typeof nextStep>[0] & {
  number: string;
  policyVersion: { rules: unknown };
  venture: { number: string; name: string };
};

function presentRow(
  row: Omit<Row, 'rules' | 'calendar'>,
  calendar: WorkCalendar,
  at: Date,
  frame: Frame,
) {
  const rules = PolicyRules.parse(row.policyVersion.rules);
  const voice = voiceOf(rules, frame);
  const state = row.state as StateName;
  const group = states[state].desk === 'founder' ? 'to-do' : isOver(state) ? 'over' : 'under-way';
  return {
    group,
    href: `/waivers/${row.number}`,
    number: row.number,
    policy: rules.name[frame.lang],
    venture: row.venture.name,
    tag: stateTag(row.state, voice),
    next: nextStep({ ...row, rules, calendar }, at, voice),
  } as const;
}
