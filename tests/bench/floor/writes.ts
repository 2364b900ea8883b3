import { createHash } from 'node:crypto';
import { type Day, endOfMonth, monthOf } from '../../../src/calendar/days.js';
import { pinyinOfName } from '../../../src/people/pinyin.js';
import { searchTextOf } from '../../../src/ventures/search-text.js';
import type { Connection, Value } from './connection.js';

export type By = { accountId: number; at: string; today: Day };
type Entry = {
  effectiveOn: Day;
  measure: string;
  parkId: number;
  ventureId: number;
  amount: number;
  kind: string;
  causeId: number;
};

/** Logs and settles a venture with one founder, by the inserts that it takes. @returns its address */
export async function logVenture(tx: Connection, by: By, form: URLSearchParams): Promise<string> {
  const parkId = Number(form.get('parkId'));
  const [name, founder, settledOn] = ['name', 'founders.0.name', 'settledOn'].map(
    (field) => form.get(field) ?? '',
  ) as [string, string, string];
  const before = await answered(tx, by, form);
  if (before) return before;
  const park = await tx.one('SELECT openedOn, closedOn FROM Park WHERE id = ?', parkId);
  if (!park || String(park.openedOn) > settledOn) throw new Error('the park is not open');
  const year = by.today.slice(0, 4);
  const last = await tx.one(
    'SELECT MAX(number) AS number FROM Venture WHERE number >= ? AND number < ?',
    `V${year}-`,
    `V${year}.`,
  );
  const next = Number(String(last?.number ?? 'V0000-0').slice(6)) + 1;
  const number = `V${year}-${String(next).padStart(4, '0')}`;
  const text = searchTextOf({ number, name, creditCode: null, people: [founder] });
  const venture = await tx.run(
    `INSERT INTO Venture (number, name, searchText, legalForm, industry, about, isNamed, loggedParkId, loggedAt)
     VALUES (?, ?, ?, ?, ?, '', 0, ?, ?)`,
    ...[number, name, text, form.get('legalForm'), form.get('industry'), parkId, by.at],
  );
  const people = await tx.one('SELECT MAX(id) AS id FROM Person');
  const person = await tx.run(
    'INSERT INTO Person (number, name, namePinyin) VALUES (?, ?, ?)',
    ...[`R${String(Number(people?.id) + 1).padStart(6, '0')}`, founder, pinyinOfName(founder)],
  );
  await tx.run(
    `INSERT INTO PersonRole (personId, ventureId, role, beganOn) VALUES (?, ?, 'founder', ?)`,
    ...[person, venture, settledOn],
  );
  await event(tx, by, ['person.entered', 'person', person, null, null, { number: person }]);
  await event(tx, by, ['venture.logged', 'venture', venture, venture, parkId, { number, name }]);
  const stay = await tx.run(
    'INSERT INTO Residency (ventureId, parkId, beganOn) VALUES (?, ?, ?)',
    venture,
    parkId,
    settledOn,
  );
  await event(tx, by, [
    'residency.began',
    'residency',
    stay,
    venture,
    parkId,
    { beganOn: settledOn },
  ]);
  await post(tx, by, [
    {
      effectiveOn: settledOn,
      measure: 'ventures',
      parkId,
      ventureId: venture,
      amount: 1,
      kind: 'residency',
      causeId: stay,
    },
  ]);
  return accept(tx, by, form, `/ventures/${number}`);
}

/** Files the newest headcount of a venture. @returns the venture's address */
export async function fileHeadcount(
  tx: Connection,
  by: By,
  form: URLSearchParams,
  { number, month }: { number: string; month: string },
): Promise<string> {
  const headcount = Number(form.get('headcount'));
  const end = endOfMonth(month);
  const before = await answered(tx, by, form);
  if (before) return before;
  const stay = await tx.one(
    `SELECT r.ventureId, r.parkId FROM Residency r JOIN Venture v ON v.id = r.ventureId
     WHERE v.number = ?1 AND r.beganOn <= ?2 AND (r.endedOn IS NULL OR r.endedOn > ?2)`,
    number,
    end,
  );
  if (!stay) throw new Error('the venture is in no park');
  const [ventureId, parkId] = [Number(stay.ventureId), Number(stay.parkId)];
  const level = await tx.one(
    `SELECT SUM(amount) AS jobs FROM LedgerEntry WHERE ventureId = ? AND measure = 'jobs' AND effectiveOn < ?`,
    ventureId,
    end,
  );
  const id = await tx.run(
    `INSERT INTO JobsReturn (ventureId, month, headcount, evidence, note, setAside, filedAt, filedById)
     VALUES (?, ?, ?, ?, '', 0, ?, ?)`,
    ...[ventureId, month, headcount, form.get('evidence'), by.at, by.accountId],
  );
  await event(tx, by, [
    'jobs-return.filed',
    'jobs-return',
    id,
    ventureId,
    parkId,
    { month, headcount },
  ]);
  const line = { effectiveOn: end, parkId, ventureId, kind: 'jobs-return', causeId: id };
  const change = headcount - Number(level?.jobs ?? 0);
  await post(tx, by, [
    ...(change === 0 ? [] : [{ ...line, measure: 'jobs', amount: change }]),
    { ...line, measure: 'returns', amount: 1 },
  ]);
  return accept(tx, by, form, `/ventures/${number}`);
}

/** Posts entries at the end of the ledger. */
export async function post(tx: Connection, by: By, entries: Entry[]): Promise<void> {
  const head = await tx.one('SELECT position, hash FROM LedgerHead WHERE id = 1');
  let [position, hash] = [Number(head?.position), String(head?.hash)];
  for (const { effectiveOn, measure, parkId, ventureId, amount, kind, causeId } of entries) {
    position += 1;
    const values: Value[] = [
      position,
      effectiveOn,
      by.at,
      measure,
      parkId,
      ventureId,
      amount,
      kind,
      causeId,
      by.accountId,
    ];
    hash = createHash('sha256').update(hash).update(JSON.stringify(values)).digest('hex');
    await tx.run(
      `INSERT INTO LedgerEntry (position, effectiveOn, recordedAt, measure, parkId, ventureId, amount, causeKind, causeId, actorId, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...values,
      Buffer.from(hash, 'hex'),
    );
    await tx.run(
      `INSERT INTO LedgerBalance (measure, parkId, month, amount) VALUES (?, ?, ?, ?)
       ON CONFLICT (measure, parkId, month) DO UPDATE SET amount = LedgerBalance.amount + excluded.amount`,
      ...[measure, parkId, monthOf(effectiveOn), amount],
    );
  }
  await tx.run('UPDATE LedgerHead SET position = ?, hash = ? WHERE id = 1', position, hash);
}

type Told = [
  verb: string,
  kind: string,
  id: number,
  ventureId: number | null,
  parkId: number | null,
  detail: object,
];

/** Records one event. */
export async function event(tx: Connection, by: By, told: Told): Promise<void> {
  const [verb, kind, id, ventureId, parkId, detail] = told;
  await tx.run(
    `INSERT INTO HistoryEvent (at, actorId, verb, subjectKind, subjectId, ventureId, parkId, reason, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?, '', ?)`,
    ...[by.at, by.accountId, verb, kind, id, ventureId, parkId, JSON.stringify(detail)],
  );
}

const keyOf = (by: By, form: URLSearchParams): string => `${by.accountId}/${form.get('_key')}`;

export async function answered(
  tx: Connection,
  by: By,
  form: URLSearchParams,
): Promise<string | null> {
  const known = await tx.one('SELECT location FROM AcceptedForm WHERE "key" = ?', keyOf(by, form));
  return known ? String(known.location) : null;
}

export async function accept(
  tx: Connection,
  by: By,
  form: URLSearchParams,
  location: string,
): Promise<string> {
  await tx.run(
    'INSERT INTO AcceptedForm ("key", accountId, location, at) VALUES (?, ?, ?, ?)',
    ...[keyOf(by, form), by.accountId, location, by.at],
  );
  return location;
}
