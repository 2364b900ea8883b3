import type { Request as Sent } from 'autocannon';
import type { Case } from './cases.js';
import { type Measured, measure } from './measure.js';
import type { Meter, Work } from './meter.js';

/** The product or the floor, with the cookie of one who has signed in. */
export type Side = { base: string; cookie: string; token: string };
/** One that the bench has started, and can ask how much it works. */
export type MeasuredSide = Side & { pid: number; meter: Meter };
export type MeasuredWork = Measured & Work;

const headersOf = (side: Side) => ({ cookie: side.cookie, 'accept-encoding': 'gzip' });

/** Signs in at the product; the floor knows the same sessions. */
export async function signIn(base: string): Promise<{ cookie: string; token: string }> {
  const body = new URLSearchParams({ username: 'bureau', password: 'walls-down-2025' });
  const answer = await fetch(`${base}/sign-in`, { method: 'POST', body, redirect: 'manual' });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const page = await fetch(`${base}/ventures/new`, { headers: { cookie } });
  const token = /name="_token" value="([^"]+)"/.exec(await page.text())?.[1];
  if (!token) throw new Error(`could not sign in: ${answer.status}`);
  return { cookie, token };
}

/** Asks once. @throws Error for a wrong status */
export async function ask(
  side: Side,
  one: Case,
): Promise<{ text: string; location: string | null }> {
  const { path, body } = one.next();
  const answer = await fetch(side.base + path, {
    headers: headersOf(side),
    redirect: 'manual',
    ...(body ? { method: 'POST', body: new URLSearchParams({ ...body, _token: side.token }) } : {}),
  });
  const text = await answer.text();
  if (answer.status !== one.status)
    throw new Error(
      `${one.name}: ${answer.status} from ${side.base}${path}\n${text.slice(0, 2000)}`,
    );
  return { text, location: answer.headers.get('location') };
}

/** Both must say the same, or the floor is no floor. @throws Error with the first difference */
export async function compare(product: Side, floor: Side, one: Case): Promise<[number, number]> {
  const [ours, theirs] = [(await ask(product, one)).text, (await ask(floor, one)).text];
  if (one.same) {
    const factsOf = (text: string) =>
      [...text.matchAll(one.same as RegExp)].map((match) => (match[1] ?? match[2] ?? '').trim());
    const [a, b] = [factsOf(ours), factsOf(theirs)];
    const differs = a.findIndex((fact, index) => fact !== b[index]);
    if (differs >= 0 || a.length !== b.length || a.length === 0) {
      const at = Math.max(0, differs);
      throw new Error(
        `${one.name}: of ${a.length} and ${b.length} facts, number ${at} is ${a[at]} here and ${b[at]} in the floor`,
      );
    }
  }
  return [ours.length, theirs.length];
}

/** Measures a case for some seconds, or so many requests. @throws Error when an answer had a wrong status */
export async function load(
  side: MeasuredSide,
  one: Case,
  how: { connections: number; seconds?: number; amount?: number },
): Promise<MeasuredWork> {
  const headers: Record<string, string> = headersOf(side);
  if (one.kind === 'form') headers['content-type'] = 'application/x-www-form-urlencoded';
  const method = one.kind === 'form' ? 'POST' : 'GET';
  const setupRequest = (sent: Sent): Sent => {
    const { path, body } = one.next();
    if (!body) return { ...sent, path };
    return { ...sent, path, body: new URLSearchParams({ ...body, _token: side.token }).toString() };
  };
  const before = await side.meter.read();
  const result = await measure({
    ...how,
    url: side.base,
    headers,
    status: one.status,
    requests: [{ method, headers, setupRequest }],
  });
  if (result.wrong > 0 || result.times.length === 0)
    throw new Error(
      `${one.name}: ${result.wrong} wrong answers from ${side.base}, ${result.times.length} right ones`,
    );
  const after = await side.meter.read();
  return {
    ...result,
    cpuMs: after.cpuMs - before.cpuMs,
    statements: after.statements - before.statements,
  };
}
