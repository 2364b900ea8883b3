import type { Month } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import { insertRows, insertRowsForIds } from '../../../src/database/insert-rows.js';
import type { Actor } from '../../../src/history/actor.js';
import { type NewEvent, recordEvents } from '../../../src/history/record.js';
import { type SealedFile, storeFile } from '../../../src/proofs/file-store.js';
import { type ProofKind, proofKinds } from '../../../src/returns/grade.js';
import type { Filing } from '../../../src/returns/keep-returns.js';
import { paperPdf } from '../waivers/paper-pdf.js';
import type { Sealing } from '../waivers/papers.js';
import { Staff } from './staff.js';

/** Who was in the rosters of earlier months has been deleted by the story's end, after the term of three years. */
const namedSince: Month = '2023-12';

const names: Record<ProofKind, string> = {
  contract: '劳动合同汇编',
  'social-insurance': '单位参保证明',
};

type Proven = Filing & { evidence: ProofKind };
type OfPark = { parkId: number };

/**
 * What is behind the grades of the story's returns, attached as they are filed: a certificate of social insurance for
 * each year, the contracts of a venture in one file, a roster for each month. What is corrected is proved anew.
 */
export class HeadcountProofs {
  readonly #sealing: Sealing;
  readonly #isShared: boolean;
  readonly #staff: Staff;
  /** The file of a venture and, of certificates, of a year; of those that are shared, of a kind and a year. */
  readonly #files = new Map<string, number>();

  /**
   * @param isShared of a network for measurements: a few files prove all headcounts, rosters have a count and no people,
   *   and history does not tell of them
   */
  constructor(sealing: Sealing, isShared: boolean) {
    this.#sealing = sealing;
    this.#isShared = isShared;
    this.#staff = new Staff(sealing.keys);
  }

  async attach(tx: Tx, by: Actor, of: OfPark, filings: Filing[]): Promise<void> {
    const some = filings.filter(({ headcount }) => headcount > 0);
    await this.#attachFiles(tx, by, of, some.filter(isProven));
    await this.#keepRosters(
      tx,
      by,
      of,
      some.filter(({ evidence }) => evidence === 'roster'),
    );
  }

  async #attachFiles(tx: Tx, by: Actor, { parkId }: OfPark, filings: Proven[]): Promise<void> {
    if (filings.length === 0) return;
    await this.#storeMissing(tx, by, filings);
    for (const { ventureId, month } of filings.filter(isCorrection))
      await tx.returnProof.deleteMany({ where: { ventureId, month } });
    const ids = await insertRowsForIds(
      tx,
      'ReturnProof',
      filings.map((filing) => ({
        ventureId: filing.ventureId,
        month: filing.month,
        kind: filing.evidence,
        people: filing.headcount,
        proofFileId: this.#files.get(this.#keyOf(filing)) as number,
        attachedAt: by.at,
        attachedById: by.accountId,
      })),
    );
    if (this.#isShared) return;
    recordEvents(
      tx,
      by,
      filings.map(
        ({ ventureId, month, evidence, headcount }, i): NewEvent => ({
          verb: 'return-proof.attached',
          subjectKind: 'return-proof',
          subjectId: ids[i] as number,
          ventureId,
          parkId,
          detail: { month, proofKind: evidence, proved: headcount },
        }),
      ),
    );
  }

  async #storeMissing(tx: Tx, by: Actor, filings: Proven[]): Promise<void> {
    const missing = new Map(
      filings
        .map((filing) => [this.#keyOf(filing), filing] as const)
        .filter(([key]) => !this.#files.has(key)),
    );
    const { keys, proofs } = this.#sealing;
    const stored = await Promise.all(
      [...missing].map(([key, { evidence }]) => {
        const bytes = paperPdf([names[evidence], key, '演示数据，内容为虚构']);
        return storeFile(proofs, keys, { personId: null, bytes });
      }),
    );
    const rows = [...missing.values()].map(({ evidence }, i) =>
      fileRow(by, evidence, stored[i] as SealedFile),
    );
    const ids = rows.length === 0 ? [] : await insertRowsForIds(tx, 'ProofFile', rows);
    for (const [i, key] of [...missing.keys()].entries()) this.#files.set(key, ids[i] as number);
  }

  async #keepRosters(tx: Tx, by: Actor, { parkId }: OfPark, filings: Filing[]): Promise<void> {
    if (filings.length === 0) return;
    for (const { ventureId, month } of filings.filter(isCorrection))
      await tx.roster.deleteMany({ where: { ventureId, month } });
    const ids = await insertRowsForIds(
      tx,
      'Roster',
      filings.map(({ ventureId, month, headcount }) => ({
        ventureId,
        month,
        people: headcount,
        uploadedAt: by.at,
        uploadedById: by.accountId,
        sheet: '花名册',
        headRow: 1,
      })),
    );
    if (this.#isShared) return;
    const people = filings.flatMap(({ ventureId, month, headcount }, i) =>
      month < namedSince
        ? []
        : this.#staff
            .of(ventureId, headcount)
            .map((person) => Object.assign({ rosterId: ids[i] }, person)),
    );
    await insertRows(tx, 'RosterPerson', people);
    recordEvents(
      tx,
      by,
      filings.map(
        ({ ventureId, month, headcount }, i): NewEvent => ({
          verb: 'roster.uploaded',
          subjectKind: 'roster',
          subjectId: ids[i] as number,
          ventureId,
          parkId,
          detail: { month, people: headcount },
        }),
      ),
    );
  }

  #keyOf({ ventureId, month, evidence }: Proven): string {
    const whose = this.#isShared ? evidence : `${ventureId}`;
    return evidence === 'contract' ? whose : `${whose} ${month.slice(0, 4)}`;
  }
}

const isProven = (filing: Filing): filing is Proven =>
  (proofKinds as readonly string[]).includes(filing.evidence);
const isCorrection = ({ version }: Filing): boolean => version !== null;

function fileRow(by: Actor, item: ProofKind, stored: SealedFile) {
  const file = { personId: null, item, name: `${names[item]}.pdf`, mediaType: 'application/pdf' };
  return Object.assign(file, stored, { uploadedAt: by.at, uploadedById: by.accountId });
}
