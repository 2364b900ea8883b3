import { today } from '../../../src/calendar/days.js';
import type { Addresses, Stage } from '../setup.js';

/**
 * The pages of cases, of several at once and of an objection that only some state of a case leads to, by who acts there.
 * What the demonstration decided, somebody who has judged nothing takes back.
 */
export async function addressesOfCases({ db }: Stage): Promise<Addresses> {
  const at = async (state: string, where = {}) => {
    const orderBy = { id: 'desc' } as const;
    const one = await db.waiverApplication.findFirstOrThrow({
      where: { state, ...where },
      orderBy,
    });
    return `/waivers/${one.number}`;
  };
  const bureau = {
    accountId: (await db.account.findFirstOrThrow({ where: { username: 'bureau' } })).id,
  };
  const objection = await db.objection.findFirstOrThrow({
    where: { state: 'open' },
    include: { application: true },
  });
  const { id: batch } = await db.waiverBatch.create({
    data: { ...bureau, act: 'approve', at: new Date(), lines: [], finishedAt: new Date() },
  });
  const running = { waiver: { is: { endedOn: null, termEndOn: { gt: today(new Date()) } } } };
  const untouched = { steps: { none: { byId: bureau.accountId } } };
  // Granting is no judgement: the person who granted may still judge what comes later.
  const unjudged = { steps: { none: { byId: bureau.accountId, move: { not: 'grant' } } } };
  const submitted = await at('submitted');
  await lookAfter(db, 'park1', submitted);
  const asked = (await at('bureau-review')).split('/').at(-1);
  const newcomer = await db.person.findFirstOrThrow({
    where: { consents: { none: {} }, roles: { some: { role: 'founder', endedOn: null } } },
  });
  return {
    bureau: [
      `/policies/parity`,
      `${await at('notice', { objections: { none: { state: 'open' } }, ...untouched })}/grant`,
      `${await at('bureau-review', untouched)}/determination`,
      `/waivers/${objection.application.number}/objections/${objection.id}/answer`,
      `${await reconsidered(db, bureau.accountId)}/reconsideration-outcome`,
      `${await at('granted', { ...running, ...unjudged })}/revocation`,
      `${await at('granted', running)}/early-end`,
      `/waivers/queue/batches?act=approve&case=${asked}`,
      `/waivers/queue/batches/${batch}`,
      `/waivers/queue/assignments?case=${asked}`,
      `/waivers/queue/assignments?case=${asked}&to=${bureau.accountId}`,
      `/people/${newcomer.number}/consents/identity`,
      `${await at('bureau-review', untouched)}/further-paper`,
      `${await at('bureau-review', untouched)}/fact-correction`,
      `${await at('bureau-review', untouched)}/fact-correction/months`,
      `${await at('bureau-review', untouched)}/fact-correction/area`,
    ],
    founder1: [`${await waitingForPaper(db)}/supplement`],
    park1: [`${submitted}/acceptance`, `${submitted}/correction`, `${submitted}/non-acceptance`],
    visitor: [
      `/notices/${objection.application.number}/received?ticket=${objection.ticket}`,
      `/notices/${objection.application.number}/code?ticket=${await askedCode(db, objection)}`,
    ],
  };
}

/** The ticket of a code that was asked for by somebody else who objects. */
async function askedCode(
  db: Stage['db'],
  { applicationId }: { applicationId: number },
): Promise<string> {
  const [id, createdAt] = ['an-objection-that-waits', new Date()];
  const expiresAt = new Date(createdAt.getTime() + 86_400_000);
  const asked = { purpose: 'objection', phone: '13800005678', place: '', isKnown: false };
  await db.phoneCode.create({ data: { id, createdAt, expiresAt, ...asked } });
  const typed = { name: '过路的人', ground: 'untrue', text: '场地与申请所写的不一样' };
  await db.objectionDraft.create({ data: { ticket: id, applicationId, ...typed } });
  return id;
}

/** Another case of founder1, from which a desk waits for a further paper. */
async function waitingForPaper(db: Stage['db']): Promise<string> {
  const granted = await db.waiverApplication.findFirstOrThrow({
    where: { state: 'granted', person: { account: { username: 'founder1' } } },
    select: {
      policyId: true,
      policyVersionId: true,
      ventureId: true,
      personId: true,
      parkId: true,
      answers: true,
      begunAt: true,
      submittedAt: true,
    },
  });
  const { id, number } = await db.waiverApplication.create({
    data: {
      ...granted,
      answers: granted.answers as object,
      number: 'A2026-000999',
      state: 'supplement',
      stateSince: new Date(),
      openFields: { fields: [], proof: ['further-county'] },
    },
  });
  const step = { at: new Date(), move: 'ask-county', fromState: 'county-review', reason: '' };
  const note = '社会保险缴费证明\n核实参保月数';
  await db.waiverStep.create({
    data: { ...step, toState: 'supplement', applicationId: id, note },
  });
  return `/waivers/${number}`;
}

/** A refused case on which an account has not judged, reconsidered: whoever refused one does not decide on it again. */
async function reconsidered(db: Stage['db'], accountId: number): Promise<string> {
  const { id, number } = await db.waiverApplication.findFirstOrThrow({
    where: { state: 'refused', steps: { none: { byId: accountId } } },
  });
  const step = await db.waiverStep.findFirstOrThrow({
    where: { move: 'reconsider' },
    select: { at: true, byId: true, move: true, fromState: true, toState: true, reason: true },
  });
  await db.waiverStep.create({ data: { ...step, applicationId: id } });
  await db.waiverApplication.update({ where: { id }, data: { state: 'reconsideration' } });
  return `/waivers/${number}`;
}

/** Makes an account look after the park of a case too. */
async function lookAfter(db: Stage['db'], username: string, address: string): Promise<void> {
  const { parkId } = await db.waiverApplication.findUniqueOrThrow({
    where: { number: address.split('/')[2] ?? '' },
  });
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { username } });
  await db.accountPark.upsert({
    where: { accountId_parkId: { accountId, parkId } },
    create: { accountId, parkId },
    update: {},
  });
}
