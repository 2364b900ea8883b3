import { type Request, type Response, Router } from 'express';
import type { Deps } from './deps.js';

/** /healthz: the process is alive. /readyz: the database answers and has its tables. */
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
      res.json({ status: 'ready' });
    } catch (error) {
      req.log.error({ err: error }, 'not ready');
      res.status(503).set('Retry-After', '5').json({ status: 'not ready' });
    }
  });
  return router;
}
