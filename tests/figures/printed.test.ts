import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { contains, distance, intervalText } from '../../src/figures/interval.js';
import { readPrinted, ruleOf, UnreadableNumber } from '../../src/figures/printed.js';
import { reportedFigures } from '../../src/figures/reported-figures.js';

const text = (printed: string, unit?: string) => intervalText(readPrinted(printed, unit));

describe('a printed number is an interval', () => {
  test.each([
    // a whole number is exact
    ['267', '267'],
    ['0', '0'],
    ['1,035', '1035'],
    ['21078', '21078'],
    ['-12', '-12'],
    // 余 and 多: one unit of the last significant digit, its end not included
    ['3400余', '[3400, 3500)'],
    ['3,400余', '[3400, 3500)'],
    ['240余', '[240, 250)'],
    ['1500余', '[1500, 1600)'],
    ['50多', '[50, 60)'],
    ['1035余', '[1035, 1036)'],
    ['100余', '[100, 200)'],
    ['1.5万余', '[15000, 16000)'],
    ['1.5余万', '[15000, 16000)'],
    ['2.0万余', '[20000, 21000)'],
    ['10余万', '[100000, 200000)'],
    ['-3400余', '(-3500, -3400]'],
    // 近: up to a tenth below
    ['近200', '[180, 200]'],
    ['近4.6万', '[41400, 46000]'],
    ['近35%', '[31.5%, 35%]'],
    ['近-200', '[-200, -180]'],
    // 约: one twentieth either way
    ['约10万', '[95000, 105000]'],
    ['约35.3%', '[33.535%, 37.065%]'],
    // both marks: one unit either side
    ['近2800余', '[2700, 2900]'],
    ['约3400多', '[3300, 3500]'],
    ['近1.5万余', '[14000, 16000]'],
    // a decimal, 万, 亿 and %: what rounds to it
    ['4.6万', '[45500, 46500)'],
    ['1.85万', '[18450, 18550)'],
    ['0.69万', '[6850, 6950)'],
    ['10万', '[95000, 105000)'],
    ['5406.56万', '[54065550, 54065650)'],
    ['1.2亿', '[115000000, 125000000)'],
    ['1.2万亿', '[1150000000000, 1250000000000)'],
    ['3.50', '[3.495, 3.505)'],
    ['35.3%', '[35.25%, 35.35%)'],
    ['99.07%', '[99.065%, 99.075%)'],
    ['100%', '[99.5%, 100.5%)'],
    ['270%', '[269.5%, 270.5%)'],
    ['-10%', '(-10.5%, -9.5%]'],
    ['-16%', '(-16.5%, -15.5%]'],
    ['+12.6%', '[12.55%, 12.65%)'],
    // full width, other signs, spaces round the marks
    ['３４００余', '[3400, 3500)'],
    ['３５．３％', '[35.25%, 35.35%)'],
    ['１，０３５', '1035'],
    ['−10%', '(-10.5%, -9.5%]'],
    [' 近 200 ', '[180, 200]'],
  ])('%s is %s', (printed, interval) => expect(text(printed)).toBe(interval));

  it('reads a number with the unit that it is told of, and no other', () => {
    expect(text('2 省', '省')).toBe('2');
    expect(text('3400余人', '人')).toBe('[3400, 3500)');
    expect(() => readPrinted('2 省')).toThrow(UnreadableNumber);
    expect(() => readPrinted('3千人', '人')).toThrow(UnreadableNumber);
  });

  test.each([
    ['', ''],
    ['nothing', '若干'],
    ['a Chinese numeral', '三千四百余'],
    ['another scale', '3千'],
    ['two numbers', '2 8'],
    ['badly grouped thousands', '10,35'],
    ['a leading zero', '007'],
    ['two points', '1.2.3'],
    ['a point without digits', '1.'],
    ['an exponent', '1e3'],
    ['近 and 约', '近约200'],
    ['余 twice', '3余万余'],
    ['a mark behind that belongs in front', '200近'],
    ['a mark on zero', '0余'],
    ['nearly nothing', '近0'],
    ['a scale and a percent sign', '3万%'],
    ['a range', '100-200'],
  ])('refuses %s', (_what, printed) => {
    expect(() => readPrinted(printed)).toThrow(UnreadableNumber);
    expect(() => readPrinted(printed)).toThrow(`“${printed}”`);
  });
});

test.each([
  ['267', 'exact'],
  ['4.6万', 'rounded'],
  ['10万', 'rounded'],
  ['-16%', 'rounded'],
  ['1.5万余', 'over'],
  ['50多', 'over'],
  ['近200', 'nearly'],
  ['约10万', 'about'],
  ['近2800余', 'both'],
  ['约3400多', 'both'],
])('%s is read by the rule “%s”', (printed, rule) => expect(ruleOf(printed)).toBe(rule));

describe('inside and outside', () => {
  const over = readPrinted('3400余');
  test.each([
    [3399, '-1'],
    [3400, '0'],
    [3417, '0'],
    [3499, '0'],
    [3500, '1'],
    [3512, '13'],
    [0, '-3400'],
    [-5, '-3405'],
  ])('%i differs from 3400余 by %s', (value, by) => {
    expect(distance(over, value)).toBe(by);
    expect(contains(over, value)).toBe(by === '0');
  });

  it('takes an end that belongs and leaves one that does not', () => {
    expect(contains(readPrinted('近200'), 180)).toBe(true);
    expect(contains(readPrinted('近200'), 200)).toBe(true);
    expect(contains(readPrinted('近2800余'), 2900)).toBe(true);
    expect(contains(readPrinted('4.6万'), 46_499)).toBe(true);
    expect(contains(readPrinted('4.6万'), 46_500)).toBe(false);
    expect(contains(readPrinted('-10%'), '-10.5')).toBe(false);
    expect(contains(readPrinted('-10%'), '-9.5')).toBe(true);
  });

  it('is never nought outside: at an open end it is the last place that is written', () => {
    expect(distance(readPrinted('35.3%'), '35.35')).toBe('0.01');
    expect(distance(readPrinted('-10%'), '-10.5')).toBe('-0.1');
    expect(distance(readPrinted('267'), 266)).toBe('-1');
  });

  it('throws rather than guess at a value that is no plain decimal', () => {
    for (const value of [Number.NaN, 1e21, '1e3', '', ' 1', '1.']) {
      expect(() => contains(over, value)).toThrow(RangeError);
    }
  });
});

describe('for every printed number', () => {
  const prefix = fc.constantFrom('', '近', '约');
  const suffix = fc.constantFrom('', '余', '多');
  const scale = fc.constantFrom('', '万', '亿', '万亿', '%');
  const whole = fc.bigInt({ min: 1n, max: 10n ** 15n });
  const fraction = fc.option(fc.stringMatching(/^\d{1,4}$/), { nil: undefined });
  const sign = fc.constantFrom('', '-');
  const powers: Record<string, number> = { 万: 4, 亿: 8, 万亿: 12 };

  const printed = fc
    .tuple(prefix, sign, whole, fraction, scale, suffix)
    .map(([before, minus, digits, part, by, after]) => {
      const number = `${minus}${digits}${part === undefined ? '' : `.${part}`}`;
      return { number, by, text: `${before}${number}${by}${after}` };
    });

  it('holds the number that it prints', () => {
    fc.assert(
      fc.property(printed, ({ number, by, text: whole }) => {
        const power = powers[by] ?? 0;
        const [head = '', tail = ''] = number.split('.');
        const padded = tail.padEnd(power, '0');
        const nominal = `${head}${padded.slice(0, power)}.${padded.slice(power)}0`;
        expect(contains(readPrinted(whole), nominal)).toBe(true);
      }),
    );
  });

  it('reads the same in full width, and mirrored with the sign turned', () => {
    fc.assert(
      fc.property(printed, ({ text: half }) => {
        const wide = half.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        const interval = readPrinted(half);
        expect(readPrinted(wide)).toEqual(interval);
        const turned = half.includes('-') ? half.replace('-', '') : half.replace(/\d/, '-$&');
        const mirror = readPrinted(turned);
        expect([mirror.lowOpen, mirror.highOpen]).toEqual([interval.highOpen, interval.lowOpen]);
        expect(mirror.low.replace('-', '')).toBe(interval.high.replace('-', ''));
        expect(mirror.high.replace('-', '')).toBe(interval.low.replace('-', ''));
      }),
    );
  });

  it('is at no distance just when it holds a value, and at the distance moved inside', () => {
    fc.assert(
      fc.property(printed, fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (p, value) => {
        const interval = readPrinted(p.text);
        const by = distance(interval, value);
        expect(contains(interval, value)).toBe(by === '0');
        const places = by.split('.')[1]?.length ?? 0;
        const power = 10n ** BigInt(places);
        const moved = value * power - BigInt(by.replace('.', ''));
        const digits = moved
          .toString()
          .replace('-', '')
          .padStart(places + 1, '0');
        const point = digits.length - places;
        const back = `${moved < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}0`;
        expect(contains(interval, back)).toBe(true);
      }),
    );
  });
});

describe('the figures of the report', () => {
  test.each(reportedFigures.map((row) => [row[0], row[2], row[3]]))(
    '%s, printed %s, can be read and holds its own number',
    (_code, printed, unit) => {
      const interval = readPrinted(printed, unit);
      const exponent = printed.includes('万') ? 4 : 0;
      const number = printed.replace(/[^\d.-]/g, '');
      const nominal = Number(`${number}e${exponent}`);
      expect(contains(interval, nominal)).toBe(true);
    },
  );
});
