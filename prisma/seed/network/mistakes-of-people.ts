import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import type { NewPerson } from '../../../src/people/enter-people.js';
import { findMergeablePeople } from '../../../src/persons/merging/find-mergeable-people.js';
import { mergePeople } from '../../../src/persons/merging/merge-people.js';
import { keepRosters } from '../../../src/returns/keep-rosters.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import { addRole } from '../../../src/ventures/add-role.js';
import { correctPerson } from '../../../src/ventures/correct-person.js';
import { logVentures } from '../../../src/ventures/log-venture.js';
import { findMergeable, markOfRecords } from '../../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../../src/ventures/merging/merge-ventures.js';

const joinedOn = '2026-11-16';
/** Of somebody without a phone or papers. */
const nobody: Omit<NewPerson, 'name'> = { phone: null, graduatedOn: null, categories: [] };

/** A founder with a phone and three ventures of the park in which the founder has no part. */
async function founderAndOthers(tx: Tx, parkId: number) {
  const inPark = { residencies: { some: { parkId, endedOn: null } } };
  const founded = await tx.personRole.findFirstOrThrow({
    where: { role: 'founder', endedOn: null, venture: inPark, person: { phone: { not: null } } },
    include: { person: true },
    orderBy: { id: 'asc' },
  });
  const others = await tx.venture.findMany({
    where: { AND: [inPark, { roles: { none: { personId: founded.personId } } }] },
    orderBy: { id: 'asc' },
    take: 3,
  });
  return { founded, person: founded.person, others };
}

/** A founder becomes a partner in two more ventures, the number typed as people type it: it is one person all the same. */
export async function typeOnePhoneInWays(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { person, others } = await founderAndOthers(tx, parkId);
  const digits = person.phone ?? '';
  const spelled = [
    `+86-${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
    [...`0086 ${digits}`].map((sign) => (sign === ' ' ? '　' : fullWidth(sign))).join(''),
  ];
  for (const [place, phone] of spelled.entries()) {
    const name = place === 0 ? ` ${person.name}` : `${[...person.name].join(' ')}`;
    const typed = Object.assign({}, nobody, { name, phone });
    const ventureId = others[place]?.id as number;
    await addRole(tx, by, { ventureId, person: typed, role: 'partner', beganOn: joinedOn });
  }
}

const fullWidth = (sign: string): string =>
  String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0);

/** A founder is entered as a partner of the own venture, without a phone: two records that nobody has looked at. */
export async function enterFounderTwice(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { founded, person } = await founderAndOthers(tx, parkId);
  const twin = Object.assign({}, nobody, { name: person.name });
  const { ventureId } = founded;
  await addRole(tx, by, { ventureId, person: twin, role: 'partner', beganOn: joinedOn });
}

/** The same elsewhere, found out and put right. */
export async function mergeFounder(
  tx: Tx,
  by: Actor,
  parkId: number,
  keys: KeyRing,
): Promise<void> {
  const { founded, person } = await founderAndOthers(tx, parkId);
  const twin = await tx.personRole.findFirstOrThrow({
    where: { ventureId: founded.ventureId, role: 'partner', person: { name: person.name } },
    orderBy: { id: 'desc' },
  });
  const [ownId, otherId] = [person.id, twin.personId];
  const { mark } = await findMergeablePeople(tx, ownId, otherId);
  const choices = { fields: [], categories: 'both' } as const;
  const reason = '核对身份证为同一人，登记合伙人时漏填手机号';
  await mergePeople(tx, by, keys, { ownId, otherId, choices, seen: mark, reason, files: [] });
}

/** A partner's name with a wrong character, and the right one a day later. */
export async function enterWrongName(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { others } = await founderAndOthers(tx, parkId);
  const person = Object.assign({}, nobody, { name: '虞海坡' });
  const ventureId = others[0]?.id as number;
  await addRole(tx, by, { ventureId, person, role: 'partner', beganOn: joinedOn });
}

export async function correctName(tx: Tx, by: Actor): Promise<void> {
  const { id, version, phone } = await tx.person.findFirstOrThrow({ where: { name: '虞海坡' } });
  const reason = '姓名录入有误，以身份证为准';
  await correctPerson(tx, by, { personId: id, version, name: '虞海波', phone, reason });
}

/** Somebody stands in the rosters of two ventures for one month: the returns ask about it. */
export async function listTwice(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const inPark = { residencies: { some: { parkId, endedOn: null } } };
  const newest = await tx.roster.findFirstOrThrow({
    where: { venture: inPark, persons: { some: {} } },
    orderBy: [{ month: 'desc' }, { id: 'asc' }],
  });
  const [first, second] = await tx.roster.findMany({
    where: { venture: inPark, month: newest.month, people: { gte: 2 } },
    include: { persons: { orderBy: { lookup: 'asc' } }, venture: true },
    orderBy: { id: 'asc' },
    take: 2,
  });
  if (!first || !second) throw new Error('the park has no two rosters');
  const people = [...second.persons.slice(1), ...first.persons.slice(0, 1)];
  const entries = people.map(
    ({ lookup, lookupKeyId, nameMasked, masked }) =>
      [lookup, { lookup, lookupKeyId, nameMasked, masked }] as const,
  );
  const rosters = new Map([[second.venture.number, new Map(entries)]]);
  await keepRosters(tx, by, { parkId, month: newest.month }, rosters);
}

/** A venture of the park is logged once more, without settling; the next day the two are merged. */
export async function logOnceMore(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const venture = await knownVenture(tx, parkId);
  const { legalForm, industry, trade, name } = venture;
  await logVentures(tx, by, [
    {
      legalForm: legalForm as 'team',
      industry: industry as 'H',
      trade: trade as 'homestay' | null,
      name,
      creditCode: null,
      creditCodeNote: null,
      registeredOn: null,
      phone: null,
      about: '',
      isNamed: false,
      parkId,
      another: '以为是新来的一家',
      founders: [Object.assign({ name: venture.roles[0]?.person.name ?? '' }, nobody)],
      foundedOn: joinedOn,
    },
  ]);
}

export async function mergeThem(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { id: ownId, name } = await knownVenture(tx, parkId);
  const { id: otherId } = await tx.venture.findFirstOrThrow({
    where: { name, loggedParkId: parkId, id: { not: ownId }, residencies: { none: {} } },
    orderBy: { id: 'desc' },
  });
  const choices = { fields: [], stays: 'own', months: [], leases: [] } as const;
  const seen = markOfRecords(await findMergeable(tx, ownId, otherId));
  const reason = '名称、创业者相同，换人办理时重复登记';
  await mergeVentures(tx, by, { ownId, otherId, choices, seen, reason });
}

/** The first of the park that is there, was nowhere else and has no case under way. */
const knownVenture = (tx: Tx, parkId: number) =>
  tx.venture.findFirstOrThrow({
    where: {
      residencies: { some: { parkId, endedOn: null }, every: { parkId } },
      applications: { none: {} },
    },
    include: { roles: { include: { person: true }, orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  });
