import { type Request, type Response, Router } from 'express';
import { whyNoWrites } from '../database/database.js';
import type { Deps } from './deps.js';

/**
 * /healthz: the process is alive. /readyz: the database answers, has its tables, and takes writes. A probe writes
 * nothing as long as writes work; after one that the machine refused it tries, so that the answer is of now.
 */
export function healthRoutes({ db }: Deps): Router {
  const router = Router();
  router.get('/healthz', (_req: Request, res: Response) => {
    res.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (req: Request, res: Response) => {
    res.set('Cache-Control', 'no-store');
    try {
      // The newest migration's row is there only once all before it are.
      await db.ledgerHead.findUniqueOrThrow({ where: { id: 1 } });
      const reason = await whyNoWrites(db);
      if (reason === null) return void res.json({ status: 'ready' });
      req.log.error({ reason }, 'not ready: writes are refused');
      res.status(503).set('Retry-After', '5').json({ status: 'not ready', reason });
    } catch (error) {
      req.log.error({ err: error }, 'not ready');
      res.status(503).set('Retry-After', '5').json({ status: 'not ready' });
    }
  });
  return router;
}
