import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counties, islands } from '../../src/parks/islands.js';
import { drawMap, markOf } from '../../src/parks/map.js';
import { islandName, villageName } from '../../src/parks/place-names.js';

const somePark = fc.record({
  number: fc.integer({ min: 1, max: 99 }).map((n) => `P${String(n).padStart(2, '0')}`),
  name: fc.string(),
  mapX: fc.integer({ min: 0, max: 1000 }),
  mapY: fc.integer({ min: 0, max: 1000 }),
});

describe('the schematic of the islands', () => {
  it('keeps every mark inside, and no two on top of each other', () => {
    fc.assert(
      fc.property(fc.array(somePark, { maxLength: 12 }), (parks) => {
        const { marks } = drawMap(parks, 'zh');
        expect(marks).toHaveLength(parks.length);
        for (const [i, { x, y }] of marks.entries()) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(30);
          expect(Math.max(x, y)).toBeLessThanOrEqual(970);
          for (const other of marks.slice(i + 1)) {
            expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThanOrEqual(54);
          }
        }
      }),
    );
  });

  it('leaves a mark with room around it where its park is', () => {
    const [mark] = drawMap([{ number: 'P07', name: '岱山', mapX: 350, mapY: 462 }], 'zh').marks;
    expect(mark).toMatchObject({ x: 350, y: 462, mark: '7', href: '/parks/P07' });
  });

  it('names islands and counties in both languages', () => {
    const zh = drawMap([], 'zh');
    const en = drawMap([], 'en');
    expect(zh.islands.map(({ text }) => text)).toContain('东极岛');
    expect(en.islands.map(({ text }) => text)).toContain('Dongji');
    expect(en.counties).toHaveLength(counties.length);
    expect(islandName('六横岛', 'en')).toBe('Liuheng');
    expect(islandName('无名岛', 'en')).toBe('Wuming Island');
    expect(islandName('无名岛', 'zh')).toBe('无名岛');
    for (const [zh, en] of [
      ['石里村', 'Shili Village'],
      ['小洋岙村', 'Xiaoyang’ao Village'],
      ['东沙里社区', 'Dongshali Community'],
      ['竹山里', 'Zhushanli'],
      ['村', 'Cun'],
      ['Pier 2', 'Pier 2'],
    ] as const)
      expect([zh, villageName(zh, 'en')]).toEqual([zh, en]);
  });

  it('draws each island as a closed curve', () => {
    expect(drawMap([], 'zh').land.match(/Z/g)?.length).toBeGreaterThan(islands.length);
  });

  it.each([
    ['P01', '1'],
    ['P10', '10'],
    ['P100', '100'],
    ['T3', 'T3'],
  ])('marks %s as %s', (number, mark) => expect(markOf(number)).toBe(mark));
});
