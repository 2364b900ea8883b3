import type { Db } from '../../database/database.js';
import type { Lang } from '../../language/words.js';
import { findScope } from '../../ledger/seen-scope.js';
import type { Viewer } from '../../people/viewer.js';
import { allow, found } from '../../web/errors.js';
import { canReadReports } from '../ask-report.js';
import { type PaperLine, readEdited } from './edited-text.js';
import type { Paper } from './paper.js';

export type FiledPaper = {
  id: number;
  title: string;
  issuer: string;
  text: string;
  lang: Lang;
  made: Paper;
  lines: PaperLine[];
  keptAt: Date;
  keptBy: string;
};

/** Whose filed reports a viewer reads: bureau staff and auditors all, others their own. */
export const papersInSight = ({ role, accountId }: Viewer) =>
  role === 'bureau-staff' || role === 'auditor' ? {} : { accountId };

/** A filed report, for whom it is and as long as they see all of its scope. @throws Forbidden, NotFound */
export async function findPaper(db: Db, viewer: Viewer, id: number): Promise<FiledPaper> {
  allow(canReadReports(viewer));
  const where = { id, ...papersInSight(viewer) };
  const row = found(
    await db.reportPaper.findFirst({ where, include: { account: { select: { name: true } } } }),
  );
  const made = row.made as unknown as Paper;
  const scope = found(await findScope(db, viewer, row.scope, made.lastDay));
  // Who has lost one of its parks since reads it no more.
  found(made.parkIds.every((parkId) => scope.parkIds.includes(parkId)) || null);
  return {
    ...row,
    lang: row.lang === 'en' ? 'en' : 'zh',
    made,
    lines: readEdited(row.text, made.paragraphs),
    keptBy: row.account.name,
  };
}
