import { describe, expect, it } from 'vitest';
import { passwordFault } from '../../src/people/account-rules.js';
import { hashPassword, passwordMatches } from '../../src/people/passwords.js';

describe('a password', () => {
  it('is kept as argon2id with 19 MiB, two passes and a salt of its own', async () => {
    const [one, two] = await Promise.all([hashPassword('island'), hashPassword('island')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it('fits only itself, however its characters are composed', async () => {
    const hash = await hashPassword('café海岛');
    expect(await passwordMatches(hash, 'cafe\u0301海岛')).toBe(true);
    expect(await passwordMatches(hash, 'cafe海岛')).toBe(false);
    expect(await passwordMatches(null, 'nobody')).toBe(false);
  });

  it('is refused at once when two hundred wait already', async () => {
    const many = Array.from({ length: 210 }, () => passwordMatches(null, 'x'));
    const settled = await Promise.allSettled(many);
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(8);
    expect((refused[0] as PromiseRejectedResult).reason.status).toBe(503);
    expect(await passwordMatches(null, 'x')).toBe(false);
  });
});

describe('a new password', () => {
  it.each([
    ['too short', 'web.field.too-short'],
    ['海岛海岛海岛海岛海', 'web.field.too-short'],
    ['a'.repeat(201), 'web.field.too-long'],
    ['aaaaaaaaaaab', 'people.password.guessable'],
    ['1234567890', 'people.password.guessable'],
    ['my-Park1-password', 'people.password.obvious'],
  ])('is not %j', async (password, key) => {
    expect((await passwordFault(password, 'park1', 'newPassword'))?.key).toBe(key);
  });

  it('counts characters, not their parts', async () => {
    expect(await passwordFault('𫖮𰻞海岛潮汐渔舟唱晚', 'park1', 'newPassword')).toBeNull();
    expect((await passwordFault('𫖮𰻞海岛潮汐渔', 'park1', 'newPassword'))?.key).toBe(
      'web.field.too-short',
    );
  });
});
