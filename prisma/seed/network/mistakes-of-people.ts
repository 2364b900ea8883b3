import { today } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import type { NewPerson } from '../../../src/people/enter-people.js';
import { findMergeablePeople } from '../../../src/persons/merging/find-mergeable-people.js';
import { mergePeople } from '../../../src/persons/merging/merge-people.js';
import { keepRosters } from '../../../src/returns/keep-rosters.js';
import { addRole } from '../../../src/ventures/add-role.js';
import { correctPerson } from '../../../src/ventures/correct-person.js';
import { logVentures } from '../../../src/ventures/log-venture.js';
import { findMergeable, markOfRecords } from '../../../src/ventures/merging/find-mergeable.js';
import { mergeVentures } from '../../../src/ventures/merging/merge-ventures.js';
import type { Step } from './mistakes.js';
import { inventPhone } from './people-names.js';

/** Somebody without papers; the place among invented phones is nobody else's. */
const somebody = (name: string, place: number): NewPerson => ({
  name,
  phone: inventPhone(90_000_100 + place),
  graduatedOn: null,
  categories: [],
});

/** A founder with a phone, past those whose names are written by hand, and three ventures of the park in which the founder has no part. */
async function founderAndOthers(tx: Tx, parkId: number) {
  const inPark = { residencies: { some: { parkId, endedOn: null } } };
  const founded = await tx.personRole.findFirstOrThrow({
    where: { role: 'founder', endedOn: null, venture: inPark, person: { phone: { not: null } } },
    include: { person: true },
    orderBy: { id: 'asc' },
    skip: 3,
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
    const typed = Object.assign(somebody(name, 0), { phone });
    const ventureId = others[place]?.id as number;
    await addRole(tx, by, { ventureId, person: typed, role: 'partner', beganOn: today(by.at) });
  }
}

const fullWidth = (sign: string): string =>
  String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0);

/** A founder is entered as a partner of the own venture under another phone: two records that nobody has looked at. */
export async function enterFounderTwice(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { founded, person } = await founderAndOthers(tx, parkId);
  const twin = somebody(person.name, parkId);
  const { ventureId } = founded;
  await addRole(tx, by, { ventureId, person: twin, role: 'partner', beganOn: today(by.at) });
}

/** The same elsewhere, found out and put right. */
export const mergeFounder =
  (reason: string): Step =>
  async (tx, by, parkId, keys) => {
    const { founded, person } = await founderAndOthers(tx, parkId);
    const twin = await tx.personRole.findFirstOrThrow({
      where: { ventureId: founded.ventureId, role: 'partner', person: { name: person.name } },
      orderBy: { id: 'desc' },
    });
    const [ownId, otherId] = [person.id, twin.personId];
    const { mark } = await findMergeablePeople(tx, ownId, otherId);
    const choices = { fields: [], categories: 'both' } as const;
    await mergePeople(tx, by, keys, { ownId, otherId, choices, seen: mark, reason, files: [] });
  };

/** A partner's name with a wrong character, and the right one a day later. */
export const enterWrongName =
  (name: string): Step =>
  async (tx, by, parkId) => {
    const { others } = await founderAndOthers(tx, parkId);
    const person = somebody(name, 20 + parkId);
    const ventureId = others[0]?.id as number;
    await addRole(tx, by, { ventureId, person, role: 'partner', beganOn: today(by.at) });
  };

export const correctName =
  (wrong: string, name: string): Step =>
  async (tx, by) => {
    const { id, version, phone } = await tx.person.findFirstOrThrow({ where: { name: wrong } });
    const reason = '姓名录入有误，以身份证为准';
    await correctPerson(tx, by, { personId: id, version, name, phone, reason });
  };

/** Somebody stands in the rosters of two ventures for one month: the returns ask about it. */
export async function listTwice(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const inPark = { residencies: { some: { parkId, endedOn: null } } };
  const newest = await tx.roster.findFirstOrThrow({
    where: { venture: inPark, persons: { some: {} } },
    orderBy: [{ month: 'desc' }, { id: 'asc' }],
  });
  const [first, second] = await tx.roster.findMany({
    where: { venture: inPark, month: newest.month, people: { gte: 2 } },
    include: { persons: { orderBy: [{ masked: 'asc' }, { nameMasked: 'asc' }] }, venture: true },
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

/** A team of the park is logged once more, under its city's name and without settling; the next day the two are merged. */
export async function logOnceMore(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { name, industry, trade, roles } = await knownTeam(tx, parkId);
  await logVentures(tx, by, [
    {
      legalForm: 'team',
      industry: industry as 'H',
      trade: trade as 'homestay' | null,
      name: `舟山${name}`,
      creditCode: null,
      creditCodeNote: null,
      registeredOn: null,
      phone: null,
      about: '',
      isNamed: false,
      parkId,
      founders: [somebody(roles[0]?.person.name ?? '', 40 + parkId)],
      foundedOn: today(by.at),
    },
  ]);
}

export const mergeThem =
  (reason: string): Step =>
  async (tx, by, parkId) => {
    const { id: ownId, name } = await knownTeam(tx, parkId);
    const { id: otherId } = await tx.venture.findFirstOrThrow({ where: { name: `舟山${name}` } });
    const choices = { fields: [], stays: 'own', months: [], leases: [] } as const;
    const seen = markOfRecords(await findMergeable(tx, ownId, otherId));
    await mergeVentures(tx, by, { ownId, otherId, choices, seen, reason });
  };

/** The first team of the park that is there, was nowhere else and has no case under way. */
const knownTeam = (tx: Tx, parkId: number) =>
  tx.venture.findFirstOrThrow({
    where: {
      legalForm: 'team',
      residencies: { some: { parkId, endedOn: null }, every: { parkId } },
      applications: { none: {} },
    },
    include: { roles: { include: { person: true }, orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  });
