import { createHash, randomBytes } from 'node:crypto';
import type { Db, Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { Prisma } from '../database/generated/client.js';
import { Kept } from '../database/kept.js';
import { sql } from '../database/sql.js';
import { givenPasswordEnds } from './first-password.js';
import { parkIdsOfRegion } from './parks-of-region.js';
import type { Role, Viewer } from './viewer.js';
import { visitsOf } from './visits-of-sessions.js';

const minute = 60_000;
const idleMs = 8 * 60 * minute;
const absoluteMs = 7 * 24 * 60 * minute;
const seenEveryMs = 5 * minute;
/** How long a browser that an account has signed in from stays known. */
export const deviceMs = 400 * 24 * 60 * minute;

/** The token goes to the browser only; the database holds its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Begins a session that lasts seven days at most. @returns its token, for the cookie */
export async function beginSession(
  tx: Reads,
  session: { accountId: number; userAgent: string; at: Date },
): Promise<string> {
  const token = newToken();
  await tx.session.create({
    data: {
      tokenHash: hashOf(token),
      accountId: session.accountId,
      createdAt: session.at,
      lastSeenAt: session.at,
      expiresAt: new Date(session.at.getTime() + absoluteMs),
      userAgent: session.userAgent.slice(0, 200),
    },
  });
  return token;
}

export async function endSession(reads: Reads, token: string): Promise<void> {
  await reads.session.deleteMany({ where: { tokenHash: hashOf(token) } });
}

/** With how many messages wait, and whether the password still has to be chosen. */
export type SessionViewer = Viewer & { unread: number; isPasswordSetByAnother: boolean };

/**
 * Whose session a token is: null if it is unknown, idle for eight hours, seven days old, or of an
 * account that was deactivated, or whose password was given by another and has run out. With how many messages it has
 * not read. The visit is noted at most every five minutes, beside the answer: reading never waits for a write.
 */
export async function viewerOfSession(
  db: Db,
  token: string,
  now: Date,
): Promise<SessionViewer | null> {
  const hash = hashOf(token);
  const session = await sessions.get(db, hash, () => findSession(db, hash));
  if (session?.isActive !== 1 || new Date(session.expiresAt) <= now) return null;
  const givenAt = session.passwordGivenAt === null ? null : new Date(session.passwordGivenAt);
  if (givenAt !== null && givenPasswordEnds(givenAt) <= now) return null;
  const visits = visitsOf(db);
  const seenAt = visits.lastOf(session.tokenHash) ?? new Date(session.lastSeenAt);
  const idle = now.getTime() - seenAt.getTime();
  if (idle >= idleMs) return null;
  if (idle >= seenEveryMs) visits.note(session.tokenHash, now);
  const { username, name, role, regionCode, personId } = session;
  return {
    username,
    name,
    role,
    regionCode,
    accountId: session.accountId,
    parkIds: session.parkIds,
    personId,
    unread: session.unread,
    isPasswordSetByAnother: givenAt !== null,
  };
}

type Found = {
  tokenHash: string;
  expiresAt: string;
  lastSeenAt: string;
  accountId: number;
  username: string;
  name: string;
  role: Role;
  regionCode: string | null;
  personId: number | null;
  isActive: number;
  passwordGivenAt: string | null;
  unread: number;
};

type FoundSession = Found & { parkIds: number[] };

/**
 * Every request asks for its session. Whatever it is read from drops it: a sign-out, a role, a scope or a message
 * counts from its commit on. The clock is not kept: what runs out is looked at each time.
 */
const sessions = new Kept<FoundSession | null>(
  ['Session', 'Account', 'AccountPark', 'OutboxMessage', 'Park', 'Region'],
  2000,
);

/** One statement, with a row for each park, where the client would take three. */
async function findSession(reads: Reads, tokenHash: string): Promise<FoundSession | null> {
  const rows = await rowsOf<Found & { parkId: number | null }>(
    reads,
    sql`SELECT s."tokenHash", s."expiresAt", s."lastSeenAt", s."accountId", a."username", a."name", a."role",
      a."regionCode", a."personId", a."isActive", a."passwordGivenAt",
      p."parkId",
      (SELECT COUNT(*) FROM "OutboxMessage" m WHERE m."accountId" = a."id" AND m."readAt" IS NULL) AS "unread"
    FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
    LEFT JOIN "AccountPark" p ON p."accountId" = a."id"
    WHERE s."tokenHash" = ${tokenHash} ORDER BY p."parkId"`,
  );
  const [found] = rows;
  if (!found) return null;
  const { role, regionCode } = found;
  const assigned = rows.flatMap(({ parkId }) => (parkId === null ? [] : [parkId]));
  const isCounty = role === 'county-reviewer' && regionCode !== null;
  return { ...found, parkIds: isCounty ? await parkIdsOfRegion(reads, regionCode) : assigned };
}

/** The sessions that still count. */
export function liveSessions(now: Date): Prisma.SessionWhereInput {
  return { expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - idleMs) } };
}

/** Removes what has run out: sessions, known browsers, tallies of failed sign-ins, keys of forms after a week. */
export async function sweep(db: Db, now: Date): Promise<void> {
  await visitsOf(db).write();
  const before = (ms: number) => new Date(now.getTime() - ms);
  await db.session.deleteMany({ where: { NOT: liveSessions(now) } });
  await db.knownDevice.deleteMany({ where: { createdAt: { lte: before(deviceMs) } } });
  await db.signInTally.deleteMany({ where: { expiresAt: { lte: now } } });
  await db.acceptedForm.deleteMany({ where: { at: { lte: before(absoluteMs) } } });
}

/** Ends a session of the viewer's own. @returns whether there was one */
export async function endOwnSession(
  db: Db,
  { accountId }: Viewer,
  tokenHash: string,
): Promise<boolean> {
  const { count } = await db.session.deleteMany({ where: { tokenHash, accountId } });
  return count > 0;
}
