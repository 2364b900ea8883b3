import type { Say } from '../language/say.js';
import { type Labels, labelsOf } from '../web/forms.js';
import { profileFields } from './present-form.js';

const rentLabels = {
  rentFreeLastOn: 'ventures.rent.free-last',
  stepFrom1: 'ventures.rent.step-from-1',
  stepRent1: 'ventures.rent.step-rent-1',
  stepFrom2: 'ventures.rent.step-from-2',
  stepRent2: 'ventures.rent.step-rent-2',
  stepFrom3: 'ventures.rent.step-from-3',
  stepRent3: 'ventures.rent.step-rent-3',
  stepFrom4: 'ventures.rent.step-from-4',
  stepRent4: 'ventures.rent.step-rent-4',
} as const;

/** How the forms about a venture call their fields, as their pages do: the summary of errors names them so. */
export const ventureLabels = {
  settle: { parkId: 'ventures.settle.park', beganOn: 'ventures.settle.began' },
  move: {
    toParkId: 'ventures.move.park',
    movedOn: 'ventures.move.day',
    note: 'ventures.move.note',
  },
  end: {
    endedOn: 'ventures.end.day',
    reason: 'ventures.end.reason',
    note: 'ventures.end.note',
  },
  let: {
    spaceId: 'ventures.let.space',
    beganOn: 'ventures.let.began',
    termLastOn: 'ventures.let.term-end',
    rent: 'ventures.let.rent',
    area: 'ventures.let.area',
    basis: 'ventures.let.basis',
    contractNumber: 'ventures.let.contract',
    deposit: 'ventures.let.deposit',
    ...rentLabels,
  },
  renew: {
    beganOn: 'ventures.let.began',
    termLastOn: 'ventures.let.term-end',
    rent: 'ventures.let.rent',
    basis: 'ventures.let.basis',
    contractNumber: 'ventures.let.contract',
    deposit: 'ventures.let.deposit',
    ...rentLabels,
  },
  'end-tenancy': { lastOn: 'ventures.end-tenancy.day' },
  'correct-tenancy': {
    beganOn: 'ventures.let.began',
    termLastOn: 'ventures.let.term-end',
    lastOn: 'ventures.end-tenancy.day',
    rent: 'ventures.let.rent',
    area: 'ventures.let.area',
    basis: 'ventures.let.basis',
    contractNumber: 'ventures.let.contract',
    deposit: 'ventures.let.deposit',
    ...rentLabels,
    reason: 'ventures.person.reason',
  },
  'void-tenancy': { reason: 'ventures.void.reason' },
  person: {
    role: 'ventures.page.role',
    name: 'ventures.log.founder-name',
    phone: 'ventures.log.founder-phone',
    beganOn: 'ventures.role.began',
    graduatedOn: 'ventures.log.graduated',
    categories: 'ventures.log.categories',
    since: 'ventures.log.since',
    proof: 'ventures.log.proof',
    anotherPerson: 'ventures.field.another-person',
  },
  'end-role': { lastOn: 'ventures.role.end-day' },
} as const satisfies Record<string, Labels>;

/** The fields of the form that logs a venture with so many founders. */
export function newVentureFields(say: Say, founders: number) {
  const blocks = Array.from({ length: founders }, (_, index) => {
    const title = say('ventures.log.founder-n', { n: index + 1 });
    return labelsOf(say, ventureLabels.person).map(({ name, label }) => ({
      name: `founders.${index}.${name}`,
      label: `${title} · ${label}`,
    }));
  });
  const settling = {
    foundedOn: 'ventures.log.founded',
    parkId: 'ventures.log.park',
    settledOn: 'ventures.log.settled',
    anotherPerson: 'ventures.field.another-person',
  } as const;
  return [...profileFields(say), ...blocks.flat(), ...labelsOf(say, settling)];
}
