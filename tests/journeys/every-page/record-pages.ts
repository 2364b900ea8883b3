import { transact } from '../../../src/database/database.js';
import { runImport } from '../../../src/imports/run-import.js';
import { enterPeople } from '../../../src/people/enter-people.js';
import { findMergeablePeople } from '../../../src/persons/merging/find-mergeable-people.js';
import { mergePeople } from '../../../src/persons/merging/merge-people.js';
import { findMergeable, markOfRecords } from '../../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../../src/ventures/merging/merge-ventures.js';
import { forty, plannedBatch } from '../../imports/world.js';
import { someVentures } from '../../ledger/network.js';
import { someRing } from '../../vault/rings.js';
import type { Addresses, Stage } from '../setup.js';

/** Pages of records to which no link leads in the demonstration as it is loaded. */
export async function addressesOfRecords(stage: Stage): Promise<Addresses> {
  const { db } = stage;
  const account = await db.account.findFirstOrThrow({ where: { username: 'park2' } });
  const outside = { residencies: { none: { endedOn: null } } };
  const { number } = await db.venture.findFirstOrThrow({ where: outside });
  const reopened = await db.reopening.findFirstOrThrow();
  const [grid, closed] = ['/returns/2026-10/P10', `/returns/${reopened.month}`];
  const submitted = await db.monthlyReturn.findFirstOrThrow({
    where: { state: 'submitted', park: { regionCode: { startsWith: '330903' } } },
    include: { park: true },
  });
  const subsidies = await someSubsidies(stage);
  return {
    admin: [
      `/accounts/${account.id}`,
      `/accounts/${account.id}/reactivation`,
      await aRequest(stage, account.id),
    ],
    bureau: [
      `/ventures/${number}/settlement`,
      await anExport(stage),
      grid,
      `${grid}/submission`,
      `${grid}/roster`,
      `${grid}/roster/${await aRoster(stage)}/removal`,
      '/find?q=hai',
      '/views',
      await aDraft(stage),
      ...['end', 'tell', 'export'].map((act) => `/ventures/batch?act=${act}&only=${number}`),
      '/views/new?of=%2Fventures%3Fsort%3Dheadcount',
      '/reports/cross-tables/new?measure=ventures&rows=park&from=2026-10&to=2026-10',
      '/reports/papers/new?report=quarterly-comparison&period=2026-Q3&scope=network',
      `${closed}/closing`,
      `${closed}/reopening`,
      `/returns/reopenings/${reopened.id}`,
      ...(await aClosing(stage)),
      ...(await aProof(stage)),
      ...(await aLease(stage)),
      ...(await somePhotos(stage)),
      ...(await aMerge(stage)),
      ...(await aMergeOfPeople(stage)),
      ...(await aCertificate(stage)),
      ...(await anImport(stage)),
      ...subsidies.bureau,
    ],
    founder1: subsidies.founder1,
    park1: ['/returns/2026-10/P01', '/find?q=13', ...subsidies.park1],
    putuo: [`/returns/${submitted.month}/${submitted.park.number}/sending-back`],
  };
}

/** Months that wait for a second person to be closed, and the page that asks before. */
async function aClosing({ db }: Stage): Promise<string[]> {
  const { id: askedById } = await db.account.findFirstOrThrow({ where: { username: 'bureau2' } });
  const month = '2025-01';
  const asked = { fromMonth: month, month, reason: '已电话核实', askedAt: new Date(), askedById };
  const { id } = await db.closingRequest.create({ data: asked });
  return [`/returns/${month}/closing/confirmation`, `/returns/closings/${id}`];
}

/** What proves the newest headcount that something proves, and removing it. */
async function aProof({ db }: Stage): Promise<string[]> {
  const { id, month, venture } = await db.returnProof.findFirstOrThrow({
    include: { venture: true },
    orderBy: { id: 'desc' },
  });
  const page = `/ventures/${venture.number}/returns/${month}/proofs`;
  return [page, `${page}/${id}/removal`];
}

/** The scan of an agreement, and a lease that somebody can give notice of. */
async function aLease({ db }: Stage): Promise<string[]> {
  const paper = await db.leasePaper.findFirstOrThrow();
  const lease = await db.tenancy.findFirstOrThrow({
    where: { endedOn: null, voidedAt: null, space: { park: { number: 'P01' } } },
  });
  return [
    `/tenancies/${paper.tenancyId}/papers/${paper.id}/removal`,
    `/tenancies/${lease.id}/notice`,
  ];
}

/** Putting a draft in force, to which a link leads who did not write it. */
async function aDraft({ db }: Stage): Promise<string> {
  const { policy } = await db.policyVersion.findFirstOrThrow({
    where: { beganOn: null },
    include: { policy: true },
  });
  return `/policies/${policy.code}/draft/in-force`;
}

/** Photos of a free space and of a visit: adding some, and taking one away. */
async function somePhotos({ db }: Stage): Promise<string[]> {
  const space = await db.photo.findFirstOrThrow({
    where: { spaceId: { not: null } },
    include: { space: { include: { park: true } } },
  });
  const of = `/parks/${space.space?.park.number}/spaces/${space.space?.number}/photos`;
  const { id, visitId } = await db.photo.findFirstOrThrow({ where: { visitId: { not: null } } });
  const visit = `/visits/${visitId}`;
  return [
    of,
    `${of}/new`,
    `${of}/${space.id}/removal`,
    visit,
    `${visit}/photos/new`,
    `${visit}/photos/${id}/removal`,
  ];
}

/** A list of which some rows were run and others have to be decided. */
async function anImport({ db }: Stage): Promise<string[]> {
  const by = { accountId: null, at: new Date() };
  const { id: parkId } = await db.park.findUniqueOrThrow({ where: { number: 'P01' } });
  const batch = await plannedBatch(db, by, { parkId, bytes: forty() });
  await runImport(db, by, batch);
  const href = `/imports/${batch.id}`;
  return [href, `${href}/choices`, `${href}/backlog`, `${href}/taking-back`];
}

/** A record that went into another, and two that could. */
async function aMerge({ db }: Stage): Promise<string[]> {
  const by = { accountId: null, at: new Date() };
  const numberOf = async (id: number | undefined) =>
    (await db.venture.findUniqueOrThrow({ where: { id: id ?? 0 } })).number;
  const ids = await transact(db, (tx) => someVentures(tx, by, 1, 3));
  const [ownId = 0, otherId = 0, third] = ids;
  const choices = { fields: [], stays: 'own', months: [], leases: [] } as const;
  const seen = markOfRecords(await findMergeable(db, ownId, otherId));
  const merging = { ownId, otherId, choices, seen, reason: '同一家' };
  await transact(db, (tx) => mergeVentures(tx, by, merging));
  const other = `/ventures/${await numberOf(otherId)}`;
  const form = `/ventures/${await numberOf(ownId)}/merge?with=${await numberOf(third)}`;
  const distinction = form.replace('/merge?', '/distinction?');
  return [other, `${other}/merge/undo`, form, distinction];
}

/** A person whose record went into another, and two whose records could. */
async function aMergeOfPeople({ db }: Stage): Promise<string[]> {
  const by = { accountId: null, at: new Date() };
  const founders = ['林同一', '林同意', '林同宜'].map((name) => ({
    name,
    phone: null,
    graduatedOn: null,
    categories: [],
  }));
  const ids = await transact(db, (tx) => enterPeople(tx, by, founders));
  const people = await db.person.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  const [own, other, third] = people.map(({ number }) => `/people/${number}`);
  const [ownId = 0, otherId = 0] = people.map(({ id }) => id);
  const { mark } = await findMergeablePeople(db, ownId, otherId);
  const choices = { fields: [], categories: 'both' } as const;
  const merging = { ownId, otherId, choices, seen: mark, reason: '同一人', files: [] };
  await transact(db, (tx) => mergePeople(tx, by, someRing(), merging));
  const form = `${own}/merge?with=${third?.slice('/people/'.length)}`;
  return [
    ...[`${other}`, `${other}/merge/undo`, `${own}/merge`, form],
    form.replace('/merge?', '/distinction?'),
  ];
}

/** A subsidy of founder1 with a claim at each step, an account that is being changed, and a batch. */
export async function someSubsidies({ db }: Stage) {
  const at = new Date();
  const granted = await db.waiver.findFirstOrThrow({
    where: { person: { account: { username: 'founder1' } }, endedOn: null },
    include: { venture: true, park: { include: { region: true } } },
    orderBy: { id: 'asc' },
  });
  const { ventureId, personId, parkId, policyId, policyVersionId } = granted;
  const of = { ventureId, personId, parkId, policyId, policyVersionId };
  const { id: applicationId } = await db.waiverApplication.create({
    data: {
      ...of,
      number: 'A2026-000998',
      state: 'granted',
      stateSince: at,
      answers: {},
      begunAt: at,
      submittedAt: at,
    },
  });
  const waiver = await db.waiver.create({
    data: {
      ...of,
      number: 'W2026-9998',
      applicationId,
      form: 'subsidy',
      area: 1,
      rent: 0,
      beganOn: '2026-01-01',
      termEndOn: '2026-11-01',
      facts: granted.facts as object,
      grantedAt: at,
      months: {
        create: Array.from({ length: 10 }, (_, index) => {
          const month = `2026-${String(index + 1).padStart(2, '0')}`;
          return { month, effectiveOn: `${month}-01`, fen: 10_000 };
        }),
      },
    },
  });
  const payee = (state: string, lastFour: string, of = ventureId) =>
    db.payeeAccount.create({
      data: {
        number: `K2026-9${lastFour}`,
        ventureId: of,
        kind: 'card',
        holder: '某人',
        bank: 'icbc',
        sealed: new Uint8Array(40),
        keyId: '0',
        lookup: '0',
        lookupKeyId: '0',
        lastFour,
        state,
        consent: 'self',
        enteredAt: at,
      },
    });
  const active = await db.payeeAccount.findFirst({ where: { ventureId, state: 'active' } });
  const { id: payeeId } = active ?? (await payee('active', '1111'));
  const other = await db.venture.findFirstOrThrow({
    where: {
      id: { not: ventureId },
      residencies: { some: { endedOn: null, park: { number: 'P01' } } },
      payeeAccounts: { none: {} },
    },
  });
  await payee('proposed', '2222', other.id);
  const file = await db.proofFile.findFirstOrThrow({ where: { removedAt: null } });
  const claim = (number: string, month: string, state: string) =>
    db.subsidyClaim.create({
      data: {
        number,
        waiverId: waiver.id,
        fromMonth: month,
        toMonth: month,
        fen: state === 'draft' ? 0 : 10_000,
        state,
        submittedOn: state === 'draft' ? null : '2026-11-20',
        begunAt: at,
        months: { create: { waiverId: waiver.id, month, fen: 10_000 } },
        receipts: {
          create: { proofFileId: file.id, fen: 10_000, paidOn: '2026-10-01', addedAt: at },
        },
      },
      include: { receipts: true },
    });
  const draft = await claim('C2026-9001', '2026-01', 'draft');
  await claim('C2026-9002', '2026-02', 'submitted');
  await claim('C2026-9003', '2026-03', 'checked');
  const paid = await claim('C2026-9004', '2026-04', 'approved');
  await claim('C2026-9005', '2026-05', 'approved');
  const { region } = granted.park;
  const regionCode = region.kind === 'county' ? region.code : (region.parentCode ?? region.code);
  await db.paymentBatch.create({
    data: {
      number: 'B2026-9001',
      regionCode,
      state: 'released',
      madeAt: at,
      releasedAt: at,
      lines: {
        create: {
          number: 'P2026-900001',
          claimId: paid.id,
          payeeId,
          fen: 10_000,
          state: 'paid',
          paidOn: '2026-11-21',
        },
      },
    },
  });
  const claims = '/payments/claims';
  const payees = `/payments/payees/${granted.venture.number}`;
  const receipt = draft.receipts[0]?.id;
  return {
    bureau: [
      '/payments',
      `/payments/grants/${waiver.number}`,
      claims,
      ...['approve', 'return', 'refuse'].map((act) => `${claims}/C2026-9003/${act}`),
      `${claims}/C2026-9004`,
      `${claims}/C2026-9004/notice`,
      `${claims}/C2026-9004/repayment`,
      '/payments/batches',
      `/payments/batches/new?region=${regionCode}`,
      '/payments/batches/B2026-9001',
      '/payments/batches/B2026-9001/answer',
      '/payments/recoveries',
      payees,
      ...['entry', 'removal', 'showing'].map((act) => `${payees}/${act}`),
    ],
    founder1: [
      `/payments/grants/${waiver.number}/claims/new`,
      `${claims}/C2026-9001`,
      `${claims}/C2026-9001/withdraw`,
      `${claims}/C2026-9001/receipts/new`,
      `${claims}/C2026-9001/receipts/${receipt}/removal`,
      payees,
    ],
    park1: [
      `${claims}/C2026-9002/check`,
      `${claims}/C2026-9002`,
      `/payments/payees/${other.number}/refusal`,
    ],
  };
}

/** A certificate that may still be deleted, of somebody who agreed to that. */
async function aCertificate({ db }: Stage): Promise<string[]> {
  const { number, id, categories } = await db.person.findFirstOrThrow({
    where: {
      consents: { some: { purpose: 'identity', withdrawnAt: null } },
      categories: { some: {} },
    },
    include: { categories: true },
  });
  const category = categories[0]?.category ?? '';
  const sealed = {
    sealed: new Uint8Array(40),
    keyId: '0',
    lookup: '0'.repeat(64),
    lookupKeyId: '0',
  };
  const row = { ...sealed, masked: 'Z***1', enteredAt: new Date(), neededFor: null };
  const of = { personId: id, category };
  await db.certificate.upsert({
    where: { personId_category: of },
    create: { ...of, ...row },
    update: row,
  });
  const at = `/people/${number}/certificates/${category}`;
  return [at, `${at}/removal`, `${at}/showing`, '/people/search'];
}

/** A roster of somebody in P10 at the end of October 2026. @returns the number of the venture */
async function aRoster({ db }: Stage): Promise<string> {
  const stay = await db.residency.findFirstOrThrow({
    where: { endedOn: null, beganOn: { lt: '2026-10-01' }, park: { number: 'P10' } },
    include: { venture: true },
  });
  const roster = { ventureId: stay.ventureId, month: '2026-10', people: 2, uploadedAt: new Date() };
  await db.roster.create({ data: roster });
  return stay.venture.number;
}

/** A file that was asked for and given up: its page stands. */
async function anExport({ db }: Stage): Promise<string> {
  const bureau = await db.account.findFirstOrThrow({ where: { username: 'bureau' } });
  const file = { address: '/ventures.csv', title: '创业主体', format: 'csv', lang: 'zh' };
  const { id } = await db.reportJob.create({
    data: { ...file, state: 'cancelled', accountId: bureau.id, createdAt: new Date() },
  });
  return `/reports/jobs/${id}`;
}

/** What another administrator has asked for, and waits. */
async function aRequest({ db }: Stage, accountId: number): Promise<string> {
  const { id: requestedById } = await db.account.findFirstOrThrow({
    where: { username: 'admin2' },
  });
  const requestedAt = new Date();
  const expiresAt = new Date(requestedAt.getTime() + 7 * 24 * 60 * 60_000);
  const { id } = await db.accountRequest.create({
    data: {
      kind: 'reactivate',
      accountId,
      reason: '停用有误',
      requestedAt,
      requestedById,
      expiresAt,
    },
  });
  return `/account-requests/${id}`;
}
