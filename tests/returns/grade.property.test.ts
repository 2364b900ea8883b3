import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transact } from '../../src/database/database.js';
import { gradeOf, gradesIn, missingFor, proofKinds } from '../../src/returns/grade.js';
import { evidenceGrades } from '../../src/ventures/kinds.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at, headcount, somePark, someVentures } from '../ledger/network.js';

const month = '2025-01';
let scratch: Scratch;
let ventureId: number;
let fileId: number;
beforeAll(async () => {
  scratch = await scratchDatabase();
  ventureId = await transact(scratch.db, async (tx) => {
    const parkId = await somePark(tx, at('2023-01-01'));
    return (await someVentures(tx, at('2023-01-01'), parkId, 1))[0] as number;
  });
});
afterAll(() => scratch.close());

const people = fc.integer({ min: 1, max: 12 });
const world = fc.record({
  headcount: fc.integer({ min: 0, max: 12 }),
  stated: fc.constantFrom(...evidenceGrades),
  rosterPeople: fc.option(people, { nil: null }),
  proofs: fc.array(fc.record({ kind: fc.constantFrom(...proofKinds), people }), { maxLength: 4 }),
});
type Drawn = typeof world extends fc.Arbitrary<infer T> ? T : never;

/** Makes records as drawn; each file is one of its own. */
async function record({ headcount: heads, stated, rosterPeople, proofs }: Drawn): Promise<void> {
  const { db } = scratch;
  await db.returnProof.deleteMany();
  await db.roster.deleteMany();
  await db.jobsReturn.deleteMany();
  const filed = { ...headcount(heads), evidence: stated, filedAt: new Date() };
  await db.jobsReturn.create({ data: { ...filed, ventureId, month } });
  if (rosterPeople !== null)
    await db.roster.create({
      data: { ventureId, month, people: rosterPeople, uploadedAt: new Date() },
    });
  for (const proof of proofs) {
    fileId = (await db.proofFile.create({ data: file() })).id;
    await db.returnProof.create({
      data: { ...proof, ventureId, month, proofFileId: fileId, attachedAt: new Date() },
    });
  }
}

let made = 0;
const file = () => {
  made += 1;
  return {
    item: 'contract',
    name: 'a.pdf',
    mediaType: 'application/pdf',
    size: 1,
    sha256: String(made),
    storedAs: String(made),
    keyId: 'k',
    uploadedAt: new Date(),
  };
};

test('a grade follows from attachments and matches, in SQL as in the function, whatever was chosen', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (drawn) => {
      await record(drawn);
      const stored = (await gradesIn(scratch.db, [ventureId], month)).get(ventureId);
      expect(stored).toBe(gradeOf(drawn));
    }),
    { numRuns: 60 },
  );
});

test('it is never stronger than what is there, one more never makes it weaker, and it says what is missing', () => {
  const order = (grade: (typeof evidenceGrades)[number]) => evidenceGrades.indexOf(grade);
  fc.assert(
    fc.property(world, fc.constantFrom(...proofKinds), people, (drawn, kind, more) => {
      const grade = gradeOf(drawn);
      const sum = (of: string) =>
        drawn.proofs.filter((proof) => proof.kind === of).reduce((all, one) => all + one.people, 0);
      if (grade === 'roster') expect(drawn.rosterPeople).toBe(drawn.headcount);
      if (grade === 'contract' || grade === 'social-insurance')
        expect(sum(grade)).toBeGreaterThanOrEqual(Math.max(1, drawn.headcount));
      if (drawn.proofs.length === 0 && drawn.rosterPeople === null)
        expect(grade).toBe('self-reported');
      const with1 = gradeOf({ ...drawn, proofs: [...drawn.proofs, { kind, people: more }] });
      expect(order(with1)).toBeGreaterThanOrEqual(order(grade));
      expect(missingFor(drawn.stated, drawn) === null).toBe(order(grade) >= order(drawn.stated));
    }),
  );
});
