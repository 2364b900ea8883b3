import { randomBytes } from 'node:crypto';
import { type Day, today } from '../calendar/days.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import type { Tx } from '../database/database.js';
import type { Objection, WaiverApplication } from '../database/generated/client.js';
import { nextNumber } from '../database/next-numbers.js';
import { recordEvent } from '../history/record.js';
import { codePhoneOf } from '../input/phones.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { tellApplicant } from './announce-move.js';
import { newCheckCode } from './letters/letter-issuer.js';
import { answerBy, dueOnNotice, stands } from './notice.js';
import { type Ground, grounds } from './objections.js';
import { tellReceived } from './tell-objectors.js';

const series = { table: 'Objection', letter: 'Y', digits: 4 } as const;

/** @property lang in which it is made, and its objector is told */
export type NewObjection = { number: string; ground: Ground; text: string; lang: Lang };
/** Who objects, after a code has proven the phone, with the ticket of that code. */
export type Objector = { name: string; phone: string; ticket: string };
/** An objection that was made: its number and code are told to who holds the ticket. */
export type FiledObjection = { id: number; ticket: string };

/**
 * Objects to a case on public notice; anyone may, without an account. The first from a proven phone stops the clock of the notice
 * until it is answered; all others are weighed without stopping it. Either way nothing is granted before it is answered.
 * @param objector whose phone a code has just proven; null of a nameless one
 * @throws Refusal without a ground or a word why, or where the phone has objected to this notice already; Conflict when the
 *   case is not on notice (any more)
 */
export async function objectToApplication(
  tx: Tx,
  at: Date,
  { number, ground, text, lang }: NewObjection,
  objector: Objector | null,
): Promise<FiledObjection> {
  const application = await tx.waiverApplication.findUnique({
    where: { number },
    include: {
      policyVersion: { select: { rules: true } },
      objections: { where: { state: 'open' }, select: { at: true } },
    },
  });
  // While the notice stands its days do too, so others can still be made.
  const hasDays =
    application !== null && (today(at) < (application.noticeTo ?? '') || stands(application));
  if (application?.state !== 'notice' || !hasDays) throw new Conflict('waivers.notice-over');
  refuseIf([
    !grounds.includes(ground) && { field: 'ground', key: 'web.field.choose' },
    text.trim() === '' && { field: 'text', key: 'web.field.required' },
    objector?.name.trim() === '' && { field: 'name', key: 'web.field.required' },
    objector !== null &&
      codePhoneOf(objector.phone) !== objector.phone && {
        field: 'phone',
        key: 'people.phone.form',
      },
  ]);
  const said = { ground, text: text.trim() };
  const before = await madeBefore(tx, application, said, objector);
  if (before) return before;
  const stops = objector !== null && application.pausedFrom === null;
  const filed = await file(tx, at, application, { ...said, lang, stops }, objector);
  const calendar = await currentCalendar(tx);
  const pausedFrom = stops ? today(at) : application.pausedFrom;
  const notice = { ...application, noticeTo: application.noticeTo as Day, pausedFrom };
  const { limits } = rulesOf(application.policyVersion.rules);
  const dueOn = dueOnNotice(calendar, notice, limits, [...application.objections, { at }]);
  await tx.waiverApplication.update({
    where: { id: application.id },
    // Nobody without a name makes the page of a desk out of date.
    data: { pausedFrom, dueOn, ...(objector === null ? {} : { version: { increment: 1 } }) },
  });
  const by = { accountId: null, at };
  recordEvent(tx, by, {
    verb: 'application.objected',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number },
  });
  const key = stops ? 'waivers.message.objected' : 'waivers.message.objected-on';
  await tellApplicant(tx, by, application, key);
  if (objector !== null) {
    const term = answerBy(calendar, notice, limits, at);
    await tellReceived(tx, at, application, { ...filed, term, calendar });
  }
  return filed;
}

type Said = Pick<NewObjection, 'ground' | 'text'>;
type Filed = Pick<Objection, 'id' | 'number' | 'checkCode' | 'phone' | 'provenAt' | 'lang'>;

/** The same form, sent twice; nobody else writes the very same. */
async function madeBefore(
  tx: Tx,
  { id: applicationId, stateSince }: Pick<WaiverApplication, 'id' | 'stateSince'>,
  said: Said,
  objector: Objector | null,
): Promise<FiledObjection | null> {
  if (objector === null) {
    const same = { applicationId, state: 'open', provenAt: null, ...said };
    const row = await tx.objection.findFirst({ where: same });
    return row && row.ticket !== null ? { id: row.id, ticket: row.ticket } : null;
  }
  const { phone } = objector;
  const inNotice = { applicationId, phone, provenAt: { not: null }, at: { gte: stateSince } };
  const hasObjected = (await tx.objection.count({ where: inNotice })) > 0;
  refuseIf([hasObjected && { field: '', key: 'waivers.fault.objected-before' }]);
  return null;
}

async function file(
  tx: Tx,
  at: Date,
  { id: applicationId }: Pick<WaiverApplication, 'id'>,
  said: Said & { lang: Lang; stops: boolean },
  objector: Objector | null,
): Promise<FiledObjection & Filed> {
  const ticket = objector?.ticket ?? randomBytes(24).toString('base64url');
  const number = await nextNumber(tx, series, today(at).slice(0, 4));
  const checkCode = newCheckCode();
  const filed = await tx.objection.create({
    data: {
      applicationId,
      number,
      checkCode,
      ticket,
      at,
      provenAt: objector === null ? null : at,
      name: objector?.name.trim() ?? '',
      phone: objector?.phone ?? '',
      ...said,
      state: 'open',
    },
  });
  return { ...filed, ticket };
}
