import { lastDayOf } from '../calendar/last-day.js';
import { area, day, month, number, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { isWordKey, type WordKey } from '../language/say.js';
import type { Names } from './names.js';

/** How a value that an event tells of is said: for people, with the names of records in place of their ids. */
export type Show = (value: unknown, voice: Voice, names: Names) => string;

export const text: Show = (value) => String(value);
export const oneDay: Show = (value, { lang }) => day(String(value), lang);
/** The last day of a period, of which the first day after it was recorded. */
export const lastDay: Show = (value, { lang }) => day(lastDayOf(String(value)), lang);
export const oneMonth: Show = (value, { lang }) => month(String(value), lang);
export const count: Show = (value, { lang }) => number(Number(value), lang);
/** A number with what it counts: 3 家. */
export const counted =
  (unit: WordKey): Show =>
  (value, { say, lang }) =>
    say(unit, { n: number(Number(value), lang) });
export const money: Show = (value, { say, lang }) =>
  say('history.money', { yuan: yuan(Number(value), lang) });
export const sum: Show = (value, { say, lang }) =>
  say('history.sum', { yuan: yuan(Number(value), lang) });
export const space: Show = (value, { say, lang }) =>
  say('history.area', { area: area(Number(value), lang) });
export const yesNo: Show = (value, { say }) => say(value === true ? 'history.yes' : 'history.no');
export const park: Show = (value, _, { parks }) => nameIn(parks, value);
export const region: Show = (value, _, { regions }) => regions.get(String(value)) ?? String(value);
export const policyVersion: Show = (value, _, { versions }) => nameIn(versions, value);
export const several =
  (show: Show): Show =>
  (value, voice, names) =>
    [value]
      .flat()
      .map((row) => show(row, voice, names))
      .join(voice.lang === 'zh' ? '、' : ', ');

/** A choice, by the words of its list; one that was given up since has none, and stands as it was recorded. */
export const choiceOf =
  (prefix: string): Show =>
  (value, { say }) => {
    const key = `${prefix}.${value}`;
    return isWordKey(key) ? say(key) : String(value);
  };

/** A category that a person has, from a day to a day. */
export const spell: Show = (value, voice, names) => {
  const { category, beganOn, endedOn } = value as Record<string, string | null>;
  const name = choiceOf('ventures.category')(category, voice, names);
  const from = oneDay(beganOn, voice, names);
  if (!endedOn) return voice.say('people.person.since', { name, from });
  return voice.say('people.person.until', { name, from, to: lastDay(endedOn, voice, names) });
};

/** @throws Error for a record that is not there: nothing that history tells of is ever deleted */
export function nameIn(names: Map<number, string>, id: unknown): string {
  const name = names.get(Number(id));
  if (name === undefined) throw new Error(`there is no record ${id}`);
  return name;
}

/** What a value is called, and how it is said. */
export type Field = { label: WordKey; show: Show };
export type Fields = Record<string, Field>;
export const field = (label: WordKey, show: Show): Field => ({ label, show });

/** A field without words stands under its own name, so that nothing that was recorded is hidden. */
export function unknown(name: string): { label: WordKey | string; show: Show } {
  const key = `history.field.${name}`;
  return { label: isWordKey(key) ? key : name, show: plain };
}

export const saying = (label: WordKey | string, { say }: Voice): string =>
  isWordKey(label) ? say(label) : label;

const plain: Show = (value, voice, names) => {
  if (typeof value === 'boolean') return yesNo(value, voice, names);
  if (Array.isArray(value)) return several(plain)(value, voice, names);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
