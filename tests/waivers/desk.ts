import { beginApplication } from '../../src/waivers/begin-application.js';
import { saveAnswers } from '../../src/waivers/save-answers.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { type Answer, Client, signIn } from '../web/client.js';
import { bringProof, type Cast, type caseAt, seen } from './cast.js';

/** Something that is done on a case at a desk: who does it, where the case stands, and a form that is accepted. */
export type DeskAct = {
  page: string;
  at: Parameters<typeof caseAt>[1];
  who: string;
  form: Record<string, string | string[]>;
  /** What is wrong with a form that is shown again. */
  bad: Record<string, string | string[]>;
  /** Where the case stands afterwards. */
  becomes: string;
  day?: string;
};

/** A morning in Zhoushan. */
export const morning = (day: string): Date => new Date(`${day}T02:00:00Z`);

export const caseOf = ({ db }: Pick<Cast, 'db'>, number: string) =>
  db.waiverApplication.findUniqueOrThrow({ where: { number }, include: { waiver: true } });

/** The version that a page of the case would send. */
export async function versionFor(cast: Cast, number: string, page: string): Promise<string> {
  const { version, waiver } = await caseOf(cast, number);
  return String(page === 'early-end' ? waiver?.version : version);
}

const signedIn = new WeakMap<Cast['db'], Map<string, Promise<Client>>>();

/** Somebody's browser on the day that it is: a session does not outlive the night. */
export function browserOf(cast: Cast, who: string): Promise<Client> {
  const clients = signedIn.get(cast.db) ?? new Map<string, Promise<Client>>();
  signedIn.set(cast.db, clients);
  const key = `${who} ${cast.clock.now().toISOString().slice(0, 10)}`;
  const client = clients.get(key) ?? signIn(cast.base, who);
  clients.set(key, client);
  return client;
}

/** Sends a form of a case as its page would. */
export async function send(
  cast: Cast,
  who: string,
  number: string,
  page: string,
  form: Record<string, string | string[]> = {},
): Promise<Answer> {
  const client = await browserOf(cast, who);
  const version = form.version ?? (await versionFor(cast, number, page));
  return client.post(
    `/waivers/${number}/${page}`,
    { ...form, version },
    { from: '/account', headers: {} },
  );
}

export const nobody = ({ base }: Pick<Cast, 'base'>): Client => new Client(base);

/** A page as somebody sees it, which has to be there. */
export async function see(cast: Cast, who: string, address: string): Promise<string> {
  const { status, text } = await (await browserOf(cast, who)).get(address);
  if (status !== 200) throw new Error(`${address} answers ${who} with ${status}: ${text}`);
  return text;
}

/** A case of founder1 in P01 that was handed in. @returns its number */
export async function caseOfFounder1(cast: Cast): Promise<string> {
  const who = { personId: cast.person.id, ventureId: cast.ventureIds[0] };
  const number = await cast.act('founder1', (tx, by) =>
    beginApplication(tx, by, { policyCode: 'rent-free', ...who }),
  );
  const { id: tenancyId } = await cast.db.tenancy.findFirstOrThrow({
    where: { ventureId: who.ventureId, rent: { gt: 0 } },
  });
  const premises = { kind: 'tenancy', tenancyId } as const;
  const answers = { premises, months: 12, from: '2025-02-14', otherBenefits: [], categories: [] };
  await cast.act('founder1', async (tx, by) =>
    saveAnswers(tx, by, await seen(cast, number), answers),
  );
  await bringProof(cast, number, 'founder1');
  await cast.act('founder1', async (tx, by) =>
    submitApplication(tx, by, await seen(cast, number), { declares: true }),
  );
  return number;
}
