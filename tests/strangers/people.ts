import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import type { Tx } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { enterCertificate } from '../../src/identities/enter-certificate.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent, giveConsents } from '../../src/identities/give-consent.js';
import { removeCertificate } from '../../src/identities/remove-certificate.js';
import { showCertificate } from '../../src/identities/show-certificate.js';
import { showIdentity } from '../../src/identities/show-identity.js';
import {
  confirmRequest,
  declineRequest,
} from '../../src/people/account-requests/decide-request.js';
import { makeRequest } from '../../src/people/account-requests/make-request.js';
import type { AccountSettings } from '../../src/people/account-rules.js';
import { addAccount } from '../../src/people/add-account.js';
import { changeAccount } from '../../src/people/change-account.js';
import { changePhone } from '../../src/people/change-phone.js';
import { deactivateAccount, reactivateAccount } from '../../src/people/deactivate-account.js';
import { changePassword, resetPassword } from '../../src/people/set-password.js';
import {
  tellPeopleApart,
  withdrawPeopleDistinction,
} from '../../src/persons/doubles/tell-people-apart.js';
import { mergePeople } from '../../src/persons/merging/merge-people.js';
import { peopleRecordsOn } from '../../src/persons/merging/stored-people.js';
import { undoPeopleMerge } from '../../src/persons/merging/undo-people-merge.js';
import { addProof } from '../../src/proofs/add-proof.js';
import { openProof } from '../../src/proofs/open-proof.js';
import { removeProof } from '../../src/proofs/remove-proof.js';
import type { Acts, StrangerName } from './kinds.js';
import { aRequest, type World } from './world.js';

const confirmation = { requestedById: 1, reason: '测试' };
const settings: AccountSettings = {
  name: '某人',
  role: 'auditor',
  regionCode: null,
  parkIds: [],
  personNumber: null,
};
const password = { ticket: 'ticket', passwordHash: 'hash' };

const consent = ({ personId }: World) =>
  ({
    personId,
    purpose: 'proof',
    textVersion: newestText('proof').version,
    lang: 'zh',
    basis: 'paper',
  }) as const;
/** Another person than that of the world. */
const another = ({ personId }: World, tx: Tx) =>
  tx.person.findFirstOrThrow({ where: { id: { not: personId } }, orderBy: { id: 'asc' } });
const ofStaff: StrangerName[] = ['gone', 'bureau', 'auditor', 'manager', 'county', 'founder'];
/** Verbs of these rooms as a stranger would call them: everything in them is right but who acts. */
export const people: Acts = {
  giveConsent: (world, tx, by) => giveConsent(tx, by, consent(world)),
  giveConsents: (world, tx, by) => giveConsents(tx, by, [consent(world)]),
  withdrawConsent: ({ personId }, tx, by) =>
    withdrawConsent(tx, by, { personId, purpose: 'proof' }),
  enterIdentity: ({ personId, keys }, tx, by) =>
    enterIdentity(tx, by, keys, {
      personId,
      kind: 'passport',
      number: 'E12345678',
      replaces: null,
    }),
  showIdentity: ({ personId, keys }, tx, by) =>
    showIdentity(tx, by, keys, { personId, reason: '测试' }),
  enterCertificate: ({ personId, keys }, tx, by) =>
    enterCertificate(tx, by, keys, {
      personId,
      category: 'veteran',
      number: '浙退 20240001',
      replaces: null,
    }),
  removeCertificate: ({ personId }, tx, by) =>
    removeCertificate(tx, by, { personId, category: 'veteran' }),
  showCertificate: ({ personId, keys }, tx, by) =>
    showCertificate(tx, by, keys, { personId, category: 'veteran', reason: '测试' }),
  tellPeopleApart: async (world, tx, by) => {
    const { id } = await another(world, tx);
    return tellPeopleApart(tx, by, { personIds: [world.personId, id], reason: '测试' });
  },
  withdrawPeopleDistinction: async (world, tx, by) => {
    const { id } = await another(world, tx);
    const pair = { firstId: world.personId, secondId: id, reason: '', decidedAt: by.at };
    const { id: pairId } = await tx.personPair.create({ data: pair });
    return withdrawPeopleDistinction(tx, by, pairId);
  },
  mergePeople: async (world, tx, by) => {
    const { id: otherId } = await another(world, tx);
    const choices = { fields: [], categories: 'both' } as const;
    const merging = { ownId: world.personId, otherId, choices, seen: '', reason: '测试' };
    return mergePeople(tx, by, world.keys, Object.assign(merging, { files: [] }));
  },
  undoPeopleMerge: async (world, tx, by) => {
    const { id: loserId } = await another(world, tx);
    const before = JSON.parse(JSON.stringify(await peopleRecordsOn(tx, [world.personId, loserId])));
    const merged = { loserId, survivorId: world.personId, mergedAt: by.at, reason: '' };
    const { id: mergeId } = await tx.personMerge.create({
      data: Object.assign({ before, after: before }, merged),
    });
    return undoPeopleMerge(tx, by, world.keys, { mergeId, reason: '测试', files: [] });
  },
  addProof: ({ personId }, tx, by) =>
    addProof(tx, by, {
      personId,
      item: 'lease',
      name: 'a.pdf',
      mediaType: 'application/pdf',
      stored: { storedAs: 'x', keyId: 'k', size: 1, sha256: 'h', sealedSha256: 's' },
    }),
  removeProof: ({ proof }, tx, by) => removeProof(tx, by, proof.id),
  openProof: {
    strangers: ['gone', 'administrator', 'manager', 'county', 'founder'],
    on: ({ proof, keys, folder }, db, by) => openProof(db, by, { folder, keys }, proof),
  },
  addAccount: {
    strangers: ofStaff,
    act: (_, tx, by) =>
      addAccount(
        tx,
        by,
        { ...settings, username: 'somebody', passwordHash: 'hash', passwordBy: 'another' },
        confirmation,
      ),
  },
  changeAccount: {
    strangers: ofStaff,
    act: ({ accountId }, tx, by) =>
      changeAccount(tx, by, { ...settings, accountId, version: 1 }, confirmation),
  },
  resetPassword: {
    strangers: ofStaff,
    act: ({ accountId }, tx, by) =>
      resetPassword(tx, by, { accountId, passwordHash: 'hash' }, confirmation),
  },
  reactivateAccount: {
    strangers: ofStaff,
    act: ({ accountId }, tx, by) => reactivateAccount(tx, by, accountId, confirmation),
  },
  deactivateAccount: {
    strangers: ofStaff,
    act: ({ accountId }, tx, by) => deactivateAccount(tx, by, accountId),
  },
  makeRequest: {
    strangers: ofStaff,
    act: ({ accountId }, tx, by) =>
      makeRequest(tx, by, { kind: 'password', accountId, password, reason: '测试' }),
  },
  confirmRequest: {
    strangers: ofStaff,
    act: async (world, tx, by) => confirmRequest(tx, by, await aRequest(world, tx)),
  },
  declineRequest: {
    strangers: ofStaff,
    act: async (world, tx, by) =>
      declineRequest(tx, by, await aRequest(world, tx), { note: '测试' }),
  },
  changePassword: ({ accountId }, tx, by) =>
    changePassword(tx, by, { accountId, passwordHash: 'hash', session: 'token' }),
  changePhone: {
    strangers: ['gone'],
    act: ({ keys }, tx, by) => changePhone(tx, keys, by, { id: 'ticket', code: '123456' }),
  },
};
