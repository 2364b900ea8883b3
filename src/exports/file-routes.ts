import { Router } from 'express';
import type { ExportingDeps } from './deps.js';
import { exportFormats } from './prepared.js';
import { sendExport } from './send-export.js';

/** The file of each page that has one, at the page's path with the ending of its format. */
export function fileRoutes(deps: ExportingDeps): Router {
  const router = Router();
  for (const [path, source] of deps.exports.sources) {
    for (const format of exportFormats)
      router.get(`${path}.${format}`, (req, res) => sendExport(deps, req, res, { source, format }));
  }
  return router;
}
