import { coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { totalAsked } from './asked-total.js';
import { coverageOfTotal } from './coverage-text.js';
import { definitionLines } from './definition-lines.js';
import { recordTable } from './export.js';
import { totalsAddress } from './forms.js';
import { recordsOf } from './measures.js';
import { asOfText, measureName, scopeName, shareName } from './present.js';
import { recordSummary } from './record-list.js';
import { headPosition } from './totals.js';
import { isUnstated } from './unstated.js';

/** The records of a number as a file, as the ledger stands when it is asked for. */
export const totalsExport: Source = async ({ deps: { db, ...deps }, viewer, query, voice }) => {
  const asked = await totalAsked({ db, ...deps }, viewer, query);
  const { address, scope } = asked;
  const { say } = voice;
  const records = {
    ...asked.records,
    position: asked.records.position ?? (await headPosition(db)),
  };
  const { count, sum } = await recordSummary(db, records);
  const isUnknown = await isUnstated(db, records, sum);
  const measure = measureName(address, say);
  const name = `${measure}-${address.month ?? address.asOf}`;
  const { asOf, parkIds } = records;
  const coverage = await coverageOfTotal(
    db,
    { measure: address.measure, parkIds, asOf, position: records.position },
    voice,
  );
  const { position } = records;
  return {
    what: 'totals',
    name,
    address: totalsAddress(address),
    eachRow: say(`reports.cover.each-row.${recordsOf(address.measure)}`),
    rows: count,
    title: say('ledger.totals.title', { measure, scope: scopeName(scope, voice) }),
    detail: { address: totalsAddress(address) },
    lines: coverLines(
      {
        scope: scopeName(scope, voice),
        position,
        definitions: definitionLines([address.measure], voice),
        asOf: asOfText({ asOf: address.asOf, month: address.month ?? null }, voice),
        filter: address.kind ? [shareName(address.kind, say)] : [],
        coverage,
      },
      voice,
    ),
    // A sum of what nobody stated would say nil.
    sheets: [recordTable(db, name, records, { sum: isUnknown ? null : sum, measure, voice })],
  };
};
