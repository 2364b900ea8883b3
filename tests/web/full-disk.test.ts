import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demonstration, demonstration } from '../demonstration.js';
import { type Client, projectRoot, signIn } from './client.js';

const mounts = ['--user', '--map-root-user', '--mount'];
const canMount =
  spawnSync('unshare', [...mounts, 'sh', '-c', 'mount -t tmpfs none /mnt']).status === 0;
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

const people = ['bureau', 'dinghai', 'park1', 'founder1', 'admin', 'auditor'];
/** What no page is, and what is made only with a record of who took it out. */
const notRead =
  /^\/(static|sign-out)|\.(csv|xlsx|docx|png)(\?|$)|\/(proofs|photos)\/\d+(\?|$)|\/file$|\?lang=/;
/** Pages of one shape are one page: the first of each is opened. */
const shapeOf = (href: string): string => href.replace(/[A-Z]?\d[\d-]*/g, '#').replace(/\?.*/, '?');

/** All pages that links lead to, one of each shape. @returns those that did not answer with 200 or lead on */
async function crawl(client: Client): Promise<{ opened: number; failed: string[] }> {
  const seen = new Set<string>();
  const waiting = new Set(['/', '/dashboard', '/account']);
  const failed: string[] = [];
  let opened = 0;
  for (const href of waiting) {
    const shape = shapeOf(href);
    if (seen.has(shape) || notRead.test(href)) continue;
    seen.add(shape);
    const answer = await client.get(href);
    opened += 1;
    if (answer.status >= 500) failed.push(`${href}: ${answer.status}`);
    for (const [, next = ''] of answer.text.matchAll(/href="(\/[^"#]*)/g)) {
      waiting.add(next.replaceAll('&amp;', '&'));
    }
  }
  return { opened, failed };
}

describe.each([
  { how: 'tmpfs', isThere: canMount, reason: 'full', words: '磁盘已满', retryAfter: '60' },
  { how: 'limit', isThere: canLimit, reason: 'io', words: '读写磁盘出错', retryAfter: '30' },
])('on a disk that takes no more ($how)', ({ how, isThere, reason, words, retryAfter }) => {
  let source: Demonstration;
  let folder: string;
  let child: ChildProcess;
  let base: string;
  let lines: AsyncIterator<string>;
  const clients = new Map<string, Client>();
  const client = (name: string) => clients.get(name) as Client;
  const say = async (line: string): Promise<unknown> => {
    child.stdin?.write(`${line}\n`);
    return JSON.parse((await lines.next()).value);
  };

  /** Everybody is signed in and was not seen for five minutes, and the disk is full. */
  const begin = async (): Promise<void> => {
    for (const name of people) clients.set(name, await signIn(base, name));
    await say('pass');
    await say('fill');
  };

  beforeAll(async () => {
    if (!isThere) return;
    source = await demonstration();
    folder = await mkdtemp(path.join(tmpdir(), 'parks-full-'));
    const script = path.join(import.meta.dirname, 'disk-child.ts');
    const from = path.dirname(source.file);
    const node = [process.execPath, '--import', 'tsx', script, how, folder, from];
    const [command = '', ...args] = how === 'tmpfs' ? ['unshare', ...mounts, ...node] : node;
    child = spawn(command, args, { cwd: projectRoot, stdio: ['pipe', 'pipe', 'inherit'] });
    const output = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    lines = output[Symbol.asyncIterator]();
    base = (await lines.next()).value;
    await begin();
  });
  afterAll(async () => {
    if (!isThere) return;
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
    await source.close();
  });

  it.runIf(isThere).each(people)('%s reads every page', async (name) => {
    const { opened, failed } = await crawl(client(name));
    expect(failed).toEqual([]);
    expect(opened).toBeGreaterThan(name === 'admin' ? 5 : 10);
  });

  it.runIf(isThere)('an act is refused with 503, the reason, and what was typed', async () => {
    const fields = { name: '满盘测试商行', username: 'nobody', password: 'secret-1234' };
    const answer = await client('park1').postExactly('/sign-in', {
      ...fields,
      _token: await client('park1').tokenOf('/account'),
    });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, retryAfter]);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('value="满盘测试商行"');
    expect(answer.text).not.toContain('secret-1234');
  });

  it.runIf(isThere)('signing out says that it was not done, and is not', async () => {
    const answer = await client('auditor').post('/sign-out', {}, { from: '/account' });
    expect(answer.status).toBe(503);
    expect((await client('auditor').get('/account')).status).toBe(200);
  });

  it.runIf(isThere)('what has to be recorded is not shown unrecorded', async () => {
    const answer = await client('bureau').get('/ventures.csv');
    expect(answer.status).toBe(503);
    expect(answer.text).toContain(words);
    expect(answer.headers.get('content-disposition')).toBeNull();
  });

  it.runIf(isThere)('/readyz is 503 with the reason', async () => {
    const ready = await client('bureau').get('/readyz');
    expect([ready.status, JSON.parse(ready.text).reason]).toEqual([503, reason]);
  });

  it.runIf(isThere)('all of it works again once there is space, without a restart', async () => {
    await say('free');
    expect((await client('bureau').get('/readyz')).status).toBe(200);
    expect((await client('bureau').get('/ventures.csv')).status).toBe(200);
    const answer = await client('auditor').post('/sign-out', {}, { from: '/account' });
    expect(answer.status).toBe(303);
    expect((await client('auditor').get('/account')).status).toBe(303);
    await begin();
  });
});
