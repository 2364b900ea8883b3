import { withdrawConsent } from '../../src/consents/withdraw-consent.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent, giveConsents } from '../../src/identities/give-consent.js';
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
  ({ personId, purpose: 'proof', textVersion: 1, lang: 'zh', basis: 'paper' }) as const;
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
