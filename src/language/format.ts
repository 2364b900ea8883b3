import type { Lang } from './words.js';

/** Made once: making one takes far longer than writing a number with it. */
const NUMBER = {
  zh: new Intl.NumberFormat('zh-CN'),
  en: new Intl.NumberFormat('en-GB'),
} as const;

/** A whole or decimal number, grouped in threes. */
export function number(value: number, lang: Lang): string {
  if (!Number.isFinite(value)) throw new Error(`not a number: ${value}`);
  return NUMBER[lang].format(value);
}

/** A day (YYYY-MM-DD) as people write it: 2025年1月21日, 21 January 2025. */
export function day(value: string, lang: Lang): string {
  const [year, month, date] = value.split('-').map(Number);
  if (!year || !month || !date) throw new Error(`not a day: ${value}`);
  if (lang === 'zh') return `${year}年${month}月${date}日`;
  return `${date} ${englishMonth(year, month)}`;
}

/** A month (YYYY-MM) as people write it: 2025年1月, January 2025. */
export function month(value: string, lang: Lang): string {
  const [year, number] = value.split('-').map(Number);
  if (!year || !number) throw new Error(`not a month: ${value}`);
  return lang === 'zh' ? `${year}年${number}月` : englishMonth(year, number);
}

const SHORT_MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The same where there is little room, as below a chart: 2025年1月, Jan 2025. */
export function shortMonth(value: string, lang: Lang): string {
  if (lang === 'zh') return month(value, lang);
  const [year, number] = value.split('-').map(Number);
  if (!year || !number) throw new Error(`not a month: ${value}`);
  return SHORT_MONTH.format(Date.UTC(year, number - 1, 1));
}

/** Months in a row, from the first to the last: 2024年12月至2025年1月, December 2024 to January 2025. */
export function months(first: string, last: string, lang: Lang): string {
  if (first === last) return month(first, lang);
  return [month(first, lang), month(last, lang)].join(lang === 'zh' ? '至' : ' to ');
}

const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

const englishMonth = (year: number, month: number): string =>
  ENGLISH_MONTH.format(Date.UTC(year, month - 1, 1));

/** Fen as yuan with two decimals: 1234567 is 12,345.67. */
export function yuan(fen: number | bigint, lang: Lang): string {
  return hundredths(fen, lang, 2);
}

/** Hundredths of a square metre as square metres, without trailing zeros: 8050 is 80.5. */
export function area(value: number | bigint, lang: Lang): string {
  return hundredths(value, lang, 0);
}

function hundredths(value: number | bigint, lang: Lang, least: number): string {
  const whole = BigInt(value);
  const sign = whole < 0n ? '-' : '';
  const digits = (whole < 0n ? -whole : whole).toString().padStart(3, '0');
  const grouped = NUMBER[lang].format(BigInt(digits.slice(0, -2)));
  const decimals = digits.slice(-2).replace(least === 0 ? /0+$/ : /$^/, '');
  return `${sign}${grouped}${decimals && `.${decimals}`}`;
}

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** A moment on Zhoushan's clocks as files have it: 2025-01-21 09:30. */
export const plainTime = (value: Date): string => TIME.format(value);

/** A moment on Zhoushan's clocks as people read it: 2025年1月21日 09:30; 21 January 2025, 09:30. */
export function time(value: Date, lang: Lang): string {
  const [date = '', clock = ''] = plainTime(value).split(' ');
  return `${day(date, lang)}${lang === 'zh' ? ' ' : ', '}${clock}`;
}

/** 138****1234: enough for its holder to know it again. */
export const maskedPhone = (phone: string): string =>
  phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
