import { transact } from '../../src/database/database.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { versionsOf } from '../../src/policies/versions.js';
import { lightHash } from '../people/light-hash.js';
import { type Client, startApp, type TestApp } from '../web/client.js';

export type Site = TestApp & {
  /** One member of the bureau drafts a policy and another puts it in force from the day on. */
  issue(code: string, rules: PolicyRules, beganOn: string): Promise<void>;
};

/** A site where the bureau has made no policy yet. */
export async function startEligibility(): Promise<Site> {
  const app = await startApp();
  const passwordHash = await lightHash('walls-down-2025');
  const createdAt = new Date('2023-01-01T00:00:00Z');
  const [first, second] = await transact(app.db, async (tx) => {
    const account = (username: string) =>
      tx.account.create({
        data: { username, name: username, role: 'bureau-staff', passwordHash, createdAt },
      });
    return [await account('bureau'), await account('bureau2')] as const;
  });
  return {
    ...app,
    issue: (code, rules, beganOn) =>
      transact(app.db, async (tx) => {
        const at = app.clock.now();
        await draftVersion(tx, { accountId: first.id, at }, { code, rules });
        const [draft] = await versionsOf(tx, code);
        if (!draft) throw new Error(`there is no draft of ${code}`);
        const { id, revision } = draft;
        await putInForce(tx, { accountId: second.id, at }, { id, revision, beganOn });
      }),
  };
}

type Sent = Record<string, string | string[]>;

/** The questions of a page that has several: their fields stand under their names. */
const together: Record<string, string[]> = {
  venture: ['settled', 'jobs'],
  premises: ['premises', 'area', 'rent', 'lease'],
  benefits: ['other-benefit', 'before'],
};

/** What is sent to a page, by the answers to its questions. */
export function sentTo(page: string, answers: Record<string, Sent>): Sent {
  const questions = together[page];
  if (!questions) return answers[page] ?? {};
  return Object.fromEntries(
    questions.flatMap((question) =>
      Object.entries(answers[question] ?? {}).map(([name, value]) => [
        `${question}.${name}`,
        value,
      ]),
    ),
  );
}

/** Sends the answers to each page that comes up, by the names of its questions, until none is left. */
export async function answerAll(client: Client, answers: Record<string, Sent>): Promise<string[]> {
  const asked: string[] = [];
  const start = await client.get('/eligibility');
  let next = /href="(\/eligibility\/questions\/[a-z-]+)"/.exec(start.text)?.[1] ?? null;
  while (next?.startsWith('/eligibility/questions/')) {
    const slug = next.slice('/eligibility/questions/'.length);
    if (asked.includes(slug)) throw new Error(`${slug} was asked twice`);
    asked.push(slug);
    const answer = await client.post(next, sentTo(slug, answers));
    if (answer.status !== 303) throw new Error(`${slug}: ${answer.status} ${answer.text}`);
    next = answer.location;
  }
  return asked;
}

/** A graduate, settled for half a year in 80 m² of a park at 800 yuan. */
export const graduate: Record<string, Sent> = {
  categories: { categories: ['graduate'] },
  graduation: { graduatedOn: '2022-06-30' },
  settled: { answer: 'yes', day: '2024-08-01' },
  premises: { premises: 'park-space' },
  area: { area: '80' },
  rent: { rent: '800' },
  lease: { from: '2024-08-01', to: '' },
  'other-benefit': { answer: 'no' },
  before: { before: 'none' },
};
