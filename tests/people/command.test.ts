import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDatabase, transact } from '../../src/database/database.js';
import { openPark } from '../../src/parks/open-park.js';
import { main } from '../../src/people/command.js';
import { passwordMatches } from '../../src/people/passwords.js';
import { aPark } from '../parks/cast.js';
import { step } from '../step.js';
import { projectRoot } from '../web/client.js';

const folder = mkdtempSync(path.join(tmpdir(), 'people-command-'));
const env = { DATA_DIR: path.join(folder, 'not/yet/there'), NODE_ENV: 'production' };
const passwordFile = path.join(folder, 'password');
writeFileSync(passwordFile, 'gulls-over-harbour\r\nnot this line\n');
afterAll(() => rmSync(folder, { recursive: true }));

async function people(...args: string[]): Promise<{ code: number; told: string }> {
  const lines: string[] = [];
  const code = await main(args, env, (line) => lines.push(line));
  return { code, told: lines.join('\n') };
}

async function withDatabase<T>(act: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await openDatabase({ file: path.join(env.DATA_DIR, 'parks.db') });
  return act(db).finally(close);
}

const add = (...args: string[]) => people('add', ...args, '--password-file', passwordFile);

/** The first account, as an installer makes it: in a process of its own, with the password on standard input. */
beforeAll(async () => {
  const command = ['.config/run.cjs', 'src/people/command.ts', 'add'];
  const child = spawn(
    process.execPath,
    [...command, '--role', 'administrator', '--name', '郑系安'],
    { cwd: projectRoot, env: { ...process.env, ...env } },
  );
  child.stdin.end('  tides-and-terraces \n');
  let told = '';
  child.stdout.on('data', (text) => {
    told += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, told]).toEqual([0, 'Added account 1: zhengxian (administrator), 郑系安\n']);
});

describe('the people command', () => {
  it('made the first account on a database that was not there', async () => {
    const account = await withDatabase((db) =>
      db.account.findUniqueOrThrow({ where: { username: 'zhengxian' } }),
    );
    expect(await passwordMatches(account.passwordHash, 'tides-and-terraces')).toBe(true);
    expect(account).toMatchObject({ role: 'administrator', isActive: true });
    expect(account.passwordGivenAt).not.toBeNull();
    const { detail } = await withDatabase((db) =>
      db.historyEvent.findFirstOrThrow({ where: { verb: 'account.added' } }),
    );
    expect(detail).toMatchObject({ via: 'terminal' });
  });

  it('explains itself', async () => {
    for (const args of [['--help'], ['add', '-h']]) {
      const { code, told } = await people(...args);
      expect([code, told.split('\n')[0]]).toEqual([
        0,
        'npm run people -- add --role <role> --name <name> [--username <username>]',
      ]);
    }
  });

  it('adds accounts with their scope, resets a password, deactivates and reactivates', async () => {
    await step('adds accounts with their scope, under a username of their own', async () => {
      const by = { accountId: null, at: new Date() };
      await withDatabase((db) =>
        transact(db, async (tx) => {
          const region = { code: '330903', nameZh: '普陀区', nameEn: 'Putuo' };
          await tx.region.upsert({
            where: { code: region.code },
            create: { ...region, kind: 'county', sequence: 3 },
            update: {},
          });
          await openPark(tx, by, aPark());
        }),
      );
      expect((await add('--role', 'auditor', '--name', '郑系安')).told).toContain('zhengxian2');
      const manager = ['--role', 'park-manager', '--name', '陈浪平', '--username', 'Park1'];
      expect((await add(...manager, '--parks', 'P01')).code).toBe(0);
      const county = ['--role', 'county-reviewer', '--name', '方普宁', '--region', '330903'];
      expect((await add(...county)).code).toBe(0);
      expect((await people('list')).told.split('\n')).toEqual([
        'fangpuning\tcounty-reviewer\t方普宁\t330903\tactive',
        'park1\tpark-manager\t陈浪平\tP01\tactive',
        'zhengxian\tadministrator\t郑系安\t-\tactive',
        'zhengxian2\tauditor\t郑系安\t-\tactive',
        '4 accounts',
      ]);
    });

    await step('resets a password, deactivates and reactivates', async () => {
      const named = ['--username', 'zhengxian2'];
      expect(await people('deactivate', ...named)).toMatchObject({ code: 0 });
      expect((await people('list')).told).toContain('zhengxian2\tauditor\t郑系安\t-\tdeactivated');
      expect(await people('deactivate', ...named)).toEqual({
        code: 1,
        told: 'This account is deactivated already. Nothing was changed.',
      });
      expect(await people('reactivate', ...named)).toMatchObject({ code: 0 });
      const reset = await people('reset-password', ...named, '--password-file', passwordFile);
      expect(reset.code).toBe(0);
      const { passwordHash } = await withDatabase((db) =>
        db.account.findUniqueOrThrow({ where: { username: 'zhengxian2' } }),
      );
      expect(await passwordMatches(passwordHash, 'gulls-over-harbour')).toBe(true);
      const told = await withDatabase((db) =>
        db.outboxMessage.findMany({ where: { account: { username: 'zhengxian2' } } }),
      );
      expect(told.map(({ key }) => key)).toEqual([
        ...['people.holder-added', 'people.holder-deactivated'],
        ...['people.holder-reactivated', 'people.holder-password'],
      ]);
      expect(told[0]?.values).toMatchObject({ who: { zh: '服务器运维人员' } });
    });
  });

  it.each([
    [[], 2, 'npm run people'],
    [['remove'], 2, 'npm run people'],
    [['list', '--colour'], 2, "Unknown option '--colour'"],
    [['add', '--name', '某'], 2, '--role is missing'],
    [['add', '--role', 'emperor', '--name', '某'], 2, '--role is one of'],
    [['deactivate', '--username', 'nobody'], 2, 'there is no account nobody'],
    [
      ['add', '--role', 'park-manager', '--name', '某', '--parks', 'P77'],
      2,
      'there is no park P77',
    ],
    [['add', '--role', 'auditor', '--name', '某', '--username', 'Zhengxian'], 1, 'in use'],
    [['add', '--role', 'auditor', '--name', '某', '--username', '9'], 1, '2 to 32'],
    [['add', '--role', 'park-manager', '--name', '某'], 1, 'Choose at least one park'],
  ])('does not do %j: exit code %d', async (args, code, told) => {
    const file = args[0] === 'add' ? ['--password-file', passwordFile] : [];
    const before = await people('list');
    const answer = await people(...args, ...file);
    expect(answer.code).toBe(code);
    expect(answer.told).toContain(told);
    expect(answer.told).not.toContain('    at ');
    expect(await people('list')).toEqual(before);
  });

  it('says what is wrong with a password file and with the settings', async () => {
    const auditor = ['add', '--role', 'auditor', '--name', '某'];
    const missing = await people(...auditor, '--password-file', path.join(folder, 'none'));
    expect([missing.code, missing.told]).toEqual([2, expect.stringContaining('ENOENT')]);
    const lines: string[] = [];
    expect(await main(['list'], { PORT: 'x' }, (line) => lines.push(line))).toBe(2);
    expect(lines.join('\n')).toContain('PORT');
  });
});
