import { networkTotals } from '../../src/api/network-totals.js';
import { verifyLedger } from '../../src/backup/verify-ledger.js';
import { transact } from '../../src/database/database.js';
import { publishFigure } from '../../src/figures/publish-figure.js';
import { definitions, isPublishable } from '../../src/ledger/definitions.js';
import { totalsQuery } from '../../src/ledger/forms.js';
import type { Listed } from '../../src/ledger/measures.js';
import { recordSummary } from '../../src/ledger/record-list.js';
import { headPosition, totalOf } from '../../src/ledger/totals.js';
import { crossForm } from '../../src/reports/cross-query.js';
import { crossTable } from '../../src/reports/cross-table.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { words } from '../../src/words.js';
import { scratchDatabase } from '../database/scratch.js';
import { at, somePark, someVentures } from './network.js';

/** Run in a copy of the project that has one more measure, whose name is the argument: says what became of it. */
const measure = process.argv[2] as Listed;
const by = at('2024-04-15');
const { db, close } = await scratchDatabase();
const parkId = await transact(db, async (tx) => {
  const id = await somePark(tx, by);
  for (const ventureId of await someVentures(tx, by, id, 2))
    await settleVenture(tx, by, { ventureId, parkId: id, beganOn: '2024-01-10' });
  return id;
});
const asOf = '2024-01-31';
const query = { measure, parkIds: [parkId], from: '2024-01-01', asOf };
const cross = crossForm('2024-04-15').parse({
  measure,
  rows: 'park',
  from: '2024-01',
  to: '2024-01',
});
const scope = { text: 'network', name: null, parkIds: [parkId] };
const table = await crossTable(db, cross, { scope, now: by.at });
const position = await headPosition(db);
await transact(db, (tx) =>
  publishFigure(tx, by, {
    measure,
    scope: 'network',
    asOf: '2024-02-01',
    month: '2024-01',
    position,
    wordingZh: '2',
    wordingEn: '2',
    source: '',
    channel: 'report',
  }),
);
const catalogue: Record<string, unknown> = words;
const answer = {
  total: await totalOf(db, { measure, scope: { kind: 'network' }, asOf }),
  records: await recordSummary(db, query),
  cross: table.rowKeys.map((key) => [key, table.cell(key, '').value]),
  isInAddress: totalsQuery('2024-04-15').safeParse({ measure, month: '2024-01' }).success,
  isPublished: isPublishable(measure) && definitions.some((each) => each.measure === measure),
  words: catalogue[`ledger.measure.${measure}`],
  definition: catalogue[`figures.definition.${measure}.1.counted`],
  api: (await networkTotals(db, asOf)).network[measure as 'jobs'],
  problems: (await verifyLedger(db)).problems,
};
await close();
process.stdout.write(JSON.stringify(answer));
