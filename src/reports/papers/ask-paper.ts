import type { Response } from 'express';
import { headPosition } from '../../ledger/totals.js';
import { viewerOf } from '../../people/viewer.js';
import type { Deps } from '../../web/deps.js';
import type { Sent } from '../../web/form-body.js';
import { frameOf } from '../../web/frame.js';
import { askReport } from '../ask-report.js';
import { standardReports } from '../standard-reports.js';
import { makePaper, type Paper } from './paper.js';
import type { PaperKey } from './paper-text.js';

/** The report that an address asks for, as of its position or the newest; its tables only where they are wanted. */
export async function askPaper(
  deps: Deps,
  res: Response,
  report: PaperKey,
  query: Sent,
  wanted: 'all' | 'charts' = 'all',
): Promise<Paper> {
  const position = query.position ?? String(await headPosition(deps.db));
  const { say, lang } = frameOf(res);
  const sent = Object.entries({ period: query.period, scope: query.scope, position });
  const asked = {
    key: report,
    viewer: viewerOf(res),
    query: Object.fromEntries(sent.filter(([, value]) => value !== undefined)) as Sent,
  };
  const context = await askReport(deps, { ...asked, voice: { say, lang } });
  const sections = wanted === 'all' ? await standardReports[report].build(context) : [];
  return makePaper(report, context, { sections, position: Number(position) });
}
