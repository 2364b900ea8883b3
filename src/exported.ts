import { accountExports } from './exports/account-export.js';
import { ExportList } from './exports/export-list.js';
import { ledgerExports } from './ledger/exports.js';
import { parkExports } from './parks/exports.js';
import { prereviewExports } from './prereview/exports.js';
import { reportExports } from './reports/exports.js';
import { reportScheduling } from './reports/scheduling.js';
import { returnExports } from './returns/exports.js';
import { historyExports } from './trail/exports.js';
import { ventureExports } from './ventures/exports.js';
import { visitExports } from './visits/exports.js';
import { waiverExports } from './waivers/exports.js';

/** Every file that can be taken out of the system, from every room. */
export const everyExport = new ExportList(
  [
    historyExports,
    ledgerExports,
    parkExports,
    prereviewExports,
    accountExports,
    returnExports,
    reportExports,
    ventureExports,
    visitExports,
    waiverExports,
  ],
  reportScheduling,
);
