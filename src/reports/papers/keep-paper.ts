import type { Tx } from '../../database/database.js';
import type { Prisma } from '../../database/generated/client.js';
import type { Actor } from '../../history/actor.js';
import { recordEvent } from '../../history/record.js';
import type { Lang } from '../../language/words.js';
import { actingAccount } from '../../people/acting-viewer.js';
import { allow } from '../../web/errors.js';
import { canReadReports } from '../ask-report.js';
import { canFileReports } from '../permissions.js';
import type { Paper } from './paper.js';
import type { PaperKey } from './paper-text.js';

export type NewPaper = {
  report: PaperKey;
  scope: string;
  period: string;
  lang: Lang;
  title: string;
  issuer: string;
  text: string;
  made: Paper;
};

/** Files a report (存档) with both texts, the one that was made and the edited one. @returns its id */
export async function keepPaper(tx: Tx, by: Actor, paper: NewPaper): Promise<number> {
  const viewer = await actingAccount(tx, by);
  allow(canFileReports(viewer));
  const { made, ...told } = paper;
  const { id } = await tx.reportPaper.create({
    data: {
      ...told,
      // As it is stored: a value that is not there is left out.
      made: JSON.parse(JSON.stringify(made)) as Prisma.InputJsonObject,
      accountId: viewer.accountId,
      keptAt: by.at,
    },
  });
  recordEvent(tx, by, {
    verb: 'report-paper.kept',
    subjectKind: 'report-paper',
    subjectId: id,
    detail: { name: paper.title, address: made.address },
  });
  return id;
}

/** Records that somebody takes a report out of the system as a document, before it goes. */
export async function exportPaper(
  tx: Tx,
  by: Actor,
  { address, name }: { address: string; name: string },
): Promise<void> {
  allow(canReadReports(await actingAccount(tx, by)));
  recordEvent(tx, by, {
    verb: 'report.exported',
    subjectKind: 'export',
    subjectId: 0,
    detail: { address, name, format: 'docx' },
  });
}
