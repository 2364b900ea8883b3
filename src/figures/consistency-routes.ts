import { Router } from 'express';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { page } from '../web/views.js';
import { countAgreements, judgeConsistency } from './consistency.js';
import { figurePlaces } from './places.js';
import { agreementMeanings, presentConsistency } from './present-consistency.js';

/** Whether the printed figures fit each other: anyone may see it. */
export function consistencyRoutes({ db }: Deps): Router {
  const router = Router();
  router.get('/figures/consistency', async (_req, res) => {
    const voice = frameOf(res);
    const judged = await judgeConsistency(db);
    page(res, 'figures/consistency', {
      title: voice.say('figures.consistency.title'),
      places: figurePlaces('/figures/consistency', voice.say),
      summary: voice.say('figures.consistency.summary', {
        count: judged.length,
        ...countAgreements(judged),
      }),
      rows: presentConsistency(judged, voice),
      meanings: agreementMeanings(voice.say),
    });
  });
  return router;
}
