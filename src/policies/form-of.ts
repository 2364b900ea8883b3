import type { Response } from 'express';
import { isWordKey, type Voice, type WordKey } from '../language/say.js';
import { frameOf } from '../web/frame.js';
import type { PolicyForm, PolicyRules } from './rules.js';

type OfPolicy = Pick<PolicyRules, 'form'>;

/** 免租 or 补贴: whether a policy waives rent that a park would take, or pays money to the applicant. */
export const formOf = ({ form }: OfPolicy): PolicyForm => form;

export const isPaid = (rules: OfPolicy): boolean => formOf(rules) === 'subsidy';

/** The key of a word as a policy has it: where it pays, the one for subsidies, if there is one (`subsidy.` before it). */
export function wordOf<K extends string>(rules: OfPolicy, key: K): K {
  return isPaid(rules) && isWordKey(`subsidy.${key}`) ? (`subsidy.${key}` as K) : key;
}

/** The key of a message as a policy has it: one is said in two words, `<key>.subject` and `<key>.body`. */
export const messageOf = <K extends string>(rules: OfPolicy, key: K): K =>
  isPaid(rules) && isWordKey(`subsidy.${key}.subject`) ? (`subsidy.${key}` as K) : key;

/** The keys under which a word may have been said: of a waiver, and of a subsidy. */
export const wordsOf = (key: string): string[] => [key, `subsidy.${key}`];

/** The key as it is for a waiver, whichever of the two it is. */
export const plainWord = (key: string): string => key.replace(/^subsidy\./, '');

/** The voice in which a policy and its cases are spoken of: 补贴 in place of 免租 where it pays. */
export function voiceOf<V extends Voice>(rules: OfPolicy, voice: V): V {
  if (!isPaid(rules)) return voice;
  const { say } = voice;
  return { ...voice, say: (key: WordKey, values) => say(wordOf(rules, key), values) };
}

/** From here on a page is about this policy or a case under it: it and its views speak as `voiceOf` does. */
export function speakOf(res: Response, rules: OfPolicy): void {
  const frame = frameOf(res);
  frame.say = voiceOf(rules, { say: frame.say, lang: frame.lang }).say;
}
