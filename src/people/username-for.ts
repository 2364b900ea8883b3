import type { Reads } from '../database/database.js';
import { pinyinOfName } from './pinyin.js';

/** The name in pinyin: 郑系安 is zhengxian, or zhengxian2 where that is taken; founder for one without letters. */
export async function usernameFor(reads: Reads, name: string): Promise<string> {
  const [full = ''] = pinyinOfName(name.replace(/\s/g, '')).split(' ');
  const letters = full.replace(/[^a-z0-9]/g, '').slice(0, 24);
  const base = /^[a-z][a-z0-9]/.test(letters) ? letters : 'founder';
  const taken = await reads.account.findMany({
    where: { username: { startsWith: base } },
    select: { username: true },
  });
  const names = new Set(taken.map(({ username }) => username));
  if (!names.has(base)) return base;
  for (let n = 2; ; n += 1) if (!names.has(`${base}${n}`)) return `${base}${n}`;
}
