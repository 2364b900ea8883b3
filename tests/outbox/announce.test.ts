import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { makeSay } from '../../src/language/say.js';
import { type Announcement, adoptMessages, announce } from '../../src/outbox/announce.js';
import { bodyOf } from '../../src/outbox/values.js';
import { words } from '../../src/words.js';
import { type Post, startPost, tell } from './cast.js';

let post: Post;
beforeEach(async () => {
  post = await startPost();
});
afterEach(() => post.close());

const passwordSet = { key: 'people.password-set' } as const;
const all = () => post.db.outboxMessage.findMany({ orderBy: { id: 'asc' } });
const by = () => ({ accountId: null, at: post.clock.now() });

describe('announcing', () => {
  it('is kept with what it tells of, or not at all', async () => {
    const accountId = post.idOf.founder1 as number;
    await expect(
      transact(post.db, async (tx) => {
        await announce(tx, by(), { accountId, ...passwordSet });
        throw new Error('the act failed');
      }),
    ).rejects.toThrow('the act failed');
    expect(await all()).toEqual([]);
    await tell(post, { accountId, ...passwordSet, href: '/account' });
    expect(await all()).toMatchObject([
      { accountId, href: '/account', sentAt: null, readAt: null },
    ]);
  });

  it('reaches a person by the account, and one without an account later', async () => {
    const [one, two] = await post.db.person.findMany({ orderBy: { id: 'asc' } });
    await tell(post, { personId: two?.id as number, ...passwordSet });
    expect((await all()).at(-1)).toMatchObject({ accountId: post.idOf.founder1 });
    const personId = one?.id as number;
    await tell(post, { personId, ...passwordSet });
    expect((await all()).at(-1)).toMatchObject({ accountId: null, personId });
    const accountId = post.idOf.park1 as number;
    await transact(post.db, (tx) => adoptMessages(tx, { personId, accountId }));
    expect((await all()).at(-1)).toMatchObject({ accountId, personId });
  });

  it.each<[string, Partial<Announcement>]>([
    ['words that are not there', { key: 'people.nothing' as 'people.password-set' }],
    ['a value that is missing', { key: 'people.code-sent', values: {} }],
    ['a day that is none', { key: 'people.code-sent', values: { code: { day: 'soon' } } }],
    ['a word that is not there', { values: { x: { word: 'no.such' as 'outbox.nav' } } }],
    ['another site', { href: 'https://evil.example/' }],
    ['another site in disguise', { href: '//evil.example' }],
  ])('refuses %s at once', async (_, wrong) => {
    const before = (await all()).length;
    const accountId = post.idOf.founder1 as number;
    await expect(tell(post, { accountId, ...passwordSet, ...wrong } as never)).rejects.toThrow();
    expect((await all()).length).toBe(before);
  });

  it('is refused by the database for nobody', async () => {
    const nobody = { accountId: undefined } as unknown as { accountId: number };
    await expect(tell(post, { ...nobody, ...passwordSet })).rejects.toThrow();
  });
});

describe('the words', () => {
  it('of a subject take no values: whoever sees that it went out reads nothing of it', () => {
    const subjects = Object.entries(words).filter(
      ([key]) => key.endsWith('.subject') && Object.hasOwn(words, key.replace(/subject$/, 'body')),
    );
    expect(subjects.length).toBeGreaterThan(2);
    expect(subjects.filter(([, both]) => both.some((text) => text.includes('{')))).toEqual([]);
  });

  it('say each kind of value in the reader’s language, and a code to nobody on a page', () => {
    const say = (lang: 'zh' | 'en', code: Parameters<typeof bodyOf>[0]['values']) =>
      bodyOf({ key: 'people.code-sent', values: { code } }, { lang, say: makeSay(lang) });
    expect(say('zh', { day: '2025-01-21' })).toContain('2025年1月21日');
    expect(say('en', { day: '2025-01-21' })).toContain('21 January 2025');
    expect(say('en', { month: '2025-01' })).toContain('January 2025');
    expect(say('zh', { fen: 1234567 })).toContain('12,345.67');
    expect(say('en', { word: 'outbox.state.sent' })).toContain('Sent');
    expect(say('en', { zh: '定海区', en: 'Dinghai' })).toContain('Dinghai');
    expect(say('zh', { code: 'x' })).toContain('••••••');
  });
});
