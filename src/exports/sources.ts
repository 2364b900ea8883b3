import { historyExport } from '../history/history-export.js';
import { totalsExport } from '../ledger/totals-export.js';
import { crossExport } from '../reports/cross-file.js';
import { recordsExport } from '../reports/records-file.js';
import { reportKeys } from '../reports/report.js';
import { reportExport } from '../reports/report-file.js';
import { ventureExport } from '../ventures/venture-export.js';
import { reachExport } from '../visits/reach-export.js';
import { visitExport } from '../visits/visit-export.js';
import { parsePairs, type Sent } from '../web/form-body.js';
import { type ExportFormat, exportFormats, type Source } from './prepared.js';

/** Every file that can be made, by the address of its page. */
const sources = new Map<string, Source>([
  ['/ventures', ventureExport],
  ['/visits', visitExport],
  ['/visits/reach', reachExport],
  ['/totals', totalsExport],
  ['/history', historyExport],
  ['/reports/records', recordsExport],
  ['/reports/cross-table', crossExport],
  ...reportKeys.map((key): [string, Source] => [`/reports/${key}`, reportExport(key)]),
]);

/** What makes the file of an address such as /ventures.xlsx?status=settled, or null where nothing does. */
export function sourceOf(
  address: string,
): { source: Source; format: ExportFormat; query: Sent } | null {
  const [path = '', query = ''] = address.split('?');
  const format = exportFormats.find((one) => path.endsWith(`.${one}`));
  const source = format && sources.get(path.slice(0, -format.length - 1));
  return source ? { source, format, query: parsePairs(query) } : null;
}
