import { type Request, type Response, Router } from 'express';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import type { RoomRoutes } from '../web/route-table.js';
import { page } from '../web/views.js';
import { canReadParity, canRunParity } from './permissions.js';
import { howText, presentAudit } from './present.js';
import { isUnderWay, newestRun, runForPage } from './run-audit.js';

/** Whether every park decided by the same rule. It stands before the policies' own pages, which are public. */
export function parityRoutes(deps: Deps): RoomRoutes {
  const router = Router();
  router.get('/policies/parity', (req, res) => showParity(deps, req, res));
  router.post('/policies/parity', async (_req, res) => {
    const viewer = viewerOf(res);
    allow(canRunParity(viewer));
    await runForPage(deps.db, { accountId: viewer.accountId, at: deps.clock.now() });
    leadOn(res, '/policies/parity', 'audit-run');
  });
  return { signedIn: router };
}

async function showParity({ db }: Deps, _req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadParity(viewer));
  const voice = frameOf(res);
  const { say, lang } = voice;
  const run = await newestRun(db);
  const rows = await db.park.findMany();
  const parks = new Map(
    rows.map(({ id, number, nameZh, nameEn }) => [
      id,
      { number, name: lang === 'zh' ? nameZh : nameEn },
    ]),
  );
  page(res, 'parity/audit', {
    title: say('parity.title'),
    crumbs: [{ href: '/policies', label: say('policies.title') }],
    audit: run && presentAudit(run, parks, voice),
    how: howText(voice),
    canRun: canRunParity(viewer) && !isUnderWay(db),
    isUnderWay: isUnderWay(db),
  });
}
