import { type Db, openDatabase, transact } from '../../src/database/database.js';
import { insertRows, insertRowsForIds, type Row } from '../../src/database/insert-rows.js';

/** A row without its number, as a row of somebody else. */
function like(row: object, changes: Row): Row {
  const { id: _, ...rest } = row as Row;
  return { ...rest, ...changes };
}

/** A case at the bureau's desk that its rules allow, with all that a determination reads. */
async function modelCase(db: Db) {
  const one = await db.waiverApplication.findFirstOrThrow({
    where: { state: 'bureau-review', policyVersion: { policy: { code: 'rent-free' } } },
    include: { steps: true, editions: true },
  });
  const { premises } = one.answers as { premises: { tenancyId: number } };
  const tenancy = await db.tenancy.findUniqueOrThrow({ where: { id: premises.tenancyId } });
  return {
    one,
    tenancy,
    space: await db.space.findUniqueOrThrow({ where: { id: tenancy.spaceId } }),
    venture: await db.venture.findUniqueOrThrow({ where: { id: one.ventureId } }),
    person: await db.person.findUniqueOrThrow({ where: { id: one.personId } }),
  };
}

/**
 * So many cases more at the bureau's desk, each with a venture, a founder and premises of its own, so that each can be
 * determined by itself. @returns their numbers and versions
 */
export async function casesToDecide(
  file: string,
  count: number,
): Promise<{ number: string; version: number }[]> {
  const { db, close } = await openDatabase({ file });
  try {
    const model = await modelCase(db);
    return await transact(db, (tx) => copies(tx, model, count), { timeoutMs: 120_000 });
  } finally {
    await close();
  }
}

async function copies(
  tx: Parameters<typeof insertRows>[0],
  { one, tenancy, space, venture, person }: Awaited<ReturnType<typeof modelCase>>,
  count: number,
): Promise<{ number: string; version: number }[]> {
  const make = (table: Parameters<typeof insertRows>[1], of: (i: number) => Row) =>
    insertRowsForIds(
      tx,
      table,
      Array.from({ length: count }, (_, i) => of(i)),
    );
  const numbered = (letters: string, i: number) => `${letters}${900_000 + i}`;
  const ventures = await make('Venture', (i) =>
    like(venture, { number: numbered('V2019-', i), creditCode: null, isNamed: false }),
  );
  const people = await make('Person', (i) => like(person, { number: numbered('R', i) }));
  const spaces = await make('Space', (i) => like(space, { number: numbered('B', i) }));
  const idOf = (ids: number[], i: number) => ids[i] as number;
  await make('SpacePark', (i) => ({
    spaceId: idOf(spaces, i),
    parkId: space.parkId,
    beganOn: tenancy.beganOn,
  }));
  await make('PersonRole', (i) => ({
    personId: idOf(people, i),
    ventureId: idOf(ventures, i),
    role: 'founder',
    beganOn: tenancy.beganOn,
  }));
  const lets = await make('Tenancy', (i) =>
    like(tenancy, { ventureId: idOf(ventures, i), spaceId: idOf(spaces, i) }),
  );
  const { steps, editions, ...row } = one;
  const answers = (i: number) => ({
    ...(row.answers as object),
    premises: { kind: 'tenancy', tenancyId: idOf(lets, i) },
  });
  const cases = await make('WaiverApplication', (i) => {
    const whose = { ventureId: idOf(ventures, i), personId: idOf(people, i) };
    return like(row, { ...whose, number: numbered('A2023-', i), answers: answers(i) });
  });
  await insertRows(
    tx,
    'WaiverEdition',
    cases.flatMap((applicationId, i) =>
      editions.map((each) => like(each, { applicationId, answers: answers(i), proof: [] })),
    ),
  );
  await insertRows(
    tx,
    'WaiverStep',
    cases.flatMap((applicationId) => steps.map((each) => like(each, { applicationId }))),
  );
  return cases.map((_, i) => ({ number: numbered('A2023-', i), version: row.version }));
}
