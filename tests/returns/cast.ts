import { transact } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { beginReturn } from '../../src/returns/begin-return.js';
import { columns, textOf } from '../../src/returns/cell-values.js';
import { gridRows } from '../../src/returns/grid-rows.js';
import { cellName, wasName, wasText } from '../../src/returns/read-grid.js';
import { saveCells } from '../../src/returns/save-cells.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { startParks } from '../parks/cast.js';
import { type Client, signedIn, type TestApp } from '../web/client.js';

export type Cast = TestApp & {
  as: (name: string) => Client;
  accountId: (name: string) => number;
  /** An act of an account at the app's clock. */
  by: (name: string) => Actor;
};

/** The parks' cast, with a second member of the bureau and the founder of 海风民宿. It is 2025-02-14: January is due. */
export async function startReturns(): Promise<Cast> {
  const app = await startParks();
  const { passwordHash } = await app.db.account.findFirstOrThrow();
  const base = { passwordHash, createdAt: new Date() };
  const { personId } = await app.db.personRole.findFirstOrThrow({ where: { ventureId: 1 } });
  await app.db.account.create({
    data: { ...base, username: 'bureau2', name: '贺岚清', role: 'bureau-staff' },
  });
  await app.db.account.create({
    data: { ...base, username: 'founder1', name: '陈海', role: 'founder', personId },
  });
  const accounts = await app.db.account.findMany();
  const accountId = (name: string) =>
    accounts.find(({ username }) => username === name)?.id as number;
  return {
    ...app,
    accountId,
    as: signedIn(app.base),
    by: (name) => ({ accountId: accountId(name), at: app.clock.now() }),
  };
}

type Changes = Record<string, string>;

/** The grid of P01 as its page would send it, with some cells typed over: `{'1.headcount': '8'}`. */
export async function typedGrid(
  { db }: TestApp,
  month: string,
  changes: Changes,
  parkId = 1,
): Promise<Record<string, string>> {
  const rows = await gridRows(db, { parkId, month });
  const fields: Record<string, string> = {};
  for (const { ventureId, shown } of rows) {
    fields[wasName(ventureId)] = wasText(columns.map((column) => textOf(shown[column])));
    for (const column of columns)
      fields[cellName(ventureId, column)] =
        changes[`${ventureId}.${column}`] ?? textOf(shown[column]);
  }
  return fields;
}

/** Fills headcounts in by the verb, as drafts. */
export const fill = (
  app: Cast,
  month: string,
  headcounts: Record<number, number | null>,
  who = 'park1',
) =>
  transact(app.db, async (tx) => {
    const of = { parkId: 1, month };
    await beginReturn(tx, app.by(who), of);
    const rows = await gridRows(tx, of);
    return saveCells(
      tx,
      app.by(who),
      of,
      Object.entries(headcounts).map(([id, value]) => ({
        ventureId: Number(id),
        column: 'headcount' as const,
        value,
        was: textOf(
          rows.find(({ ventureId }) => ventureId === Number(id))?.shown.headcount ?? null,
        ),
      })),
    );
  });

export const submit = (app: Cast, month: string, notes: Record<string, string> = {}) =>
  transact(app.db, (tx) =>
    submitReturn(tx, app.by('park1'), { parkId: 1, month, version: null, notes }),
  );
