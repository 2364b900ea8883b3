import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameLang, spaceLabel, spaceName } from '../../src/parks/space-names.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { type Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';

describe('the name of a space in English', () => {
  it.each([
    ['新建村农房3号', 'Xinjian Village Farmhouse 3'],
    ['柴坞社区 石屋 12 号', 'Chaiwu Community Stone House 12'],
    ['农房4号', 'Farmhouse 4'],
    ['粮站旧仓1号车间', 'Old Granary, Workshop 1'],
    ['村口市集2号摊位', 'Village Entrance Market, Stall 2'],
  ])('%s is %s', (recorded, english) => {
    expect(spaceName(recorded, 'en')).toBe(english);
    expect(spaceName(recorded, 'zh')).toBe(recorded);
    expect(nameLang(english, 'en')).toBeNull();
  });

  it.each(['听潮小筑', '王家农房3号', '海风里2号楼', '农房', 'Quay House 3', '农房3号码头'])(
    'is its own where nobody could put it into English: %s',
    (recorded) => {
      expect(spaceName(recorded, 'en')).toBe(recorded);
    },
  );

  it('is told apart from Chinese, which is marked as such on English pages alone', () => {
    expect(nameLang('听潮小筑', 'en')).toBe('zh-CN');
    expect(nameLang('听潮小筑', 'zh')).toBeNull();
    expect(spaceLabel({ number: 'P01-004', name: '农房4号' }, 'en')).toBe('P01-004 Farmhouse 4');
  });
});

describe('in the demonstration', () => {
  let data: Demonstration;
  let app: TestApp;
  let bureau: Client;
  beforeAll(async () => {
    data = await demonstration();
    app = await startApp({ db: data.db, clock: testClock(new Date('2026-11-24T02:00:00Z')) });
    bureau = await signIn(app.base, 'bureau');
  });
  afterAll(async () => {
    await app?.close();
    await data?.close();
  });

  it('every space has an English name', async () => {
    const spaces = await data.db.space.findMany({ select: { name: true } });
    expect(spaces.length).toBeGreaterThan(300);
    const chinese = spaces.filter(({ name }) => nameLang(spaceName(name, 'en'), 'en') !== null);
    expect(chinese).toEqual([]);
  });

  it.each(['/spaces', '/parks/P01/spaces', '/parks/P01/spaces/P01-004', '/rent-roll?park=P01'])(
    'stands on %s in English, and as it was recorded in Chinese',
    async (path) => {
      const { name } = await data.db.space.findFirstOrThrow({ where: { number: 'P01-004' } });
      const sign = path.includes('?') ? '&' : '?';
      const english = (await bureau.get(`${path}${sign}lang=en`)).text;
      expect(english).toMatch(/(Farmhouse|Stone House|Old House) \d/);
      const all = await data.db.space.findMany({ select: { name: true } });
      // An address has a number too: it is no name.
      const chineseIn = (text: string) => all.filter((space) => text.includes(space.name));
      expect(chineseIn(english)).toEqual([]);
      const chinese = (await bureau.get(`${path}${sign}lang=zh`)).text;
      expect(chineseIn(chinese)).not.toEqual([]);
      if (path.endsWith('P01-004')) expect(chinese).toContain(name);
    },
  );
});
