import { describe, expect, it } from 'vitest';
import { makeSay, type WordKey } from '../../src/language/say.js';
import { assess } from '../../src/policies/assess.js';
import {
  formOf,
  messageOf,
  plainWord,
  voiceOf,
  wordOf,
  wordsOf,
} from '../../src/policies/form-of.js';
import { DraftForm } from '../../src/policies/forms.js';
import { presentAssessment } from '../../src/policies/present-assessment.js';
import { presentRules } from '../../src/policies/present-policy.js';
import { PolicyRules } from '../../src/policies/rules.js';
import { typedRules } from '../../src/policies/typed-rules.js';
import { words } from '../../src/words.js';
import { inForce, someFacts } from './facts.js';
import { otherCity } from './other-city.js';

const paid: PolicyRules = { ...otherCity, form: 'subsidy' };
const zh = { lang: 'zh', say: makeSay('zh') } as const;
const entries = Object.entries(words) as [WordKey, readonly [string, string]][];
const ofSubsidies = entries.filter(([key]) => key.startsWith('subsidy.'));
const values = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe('the form of a policy', () => {
  it('is a waiver of versions that were stored before there were subsidies', () => {
    const { form: _, ...stored } = otherCity;
    expect(formOf(PolicyRules.parse(stored))).toBe('waiver');
    expect(PolicyRules.safeParse({ ...otherCity, form: 'loan' }).success).toBe(false);
  });

  it('goes through the form of a draft unchanged', () => {
    const read = DraftForm.parse(typedRules(paid, 1));
    expect(read).toEqual({ revision: 1, rules: paid });
  });

  it('stands on the page of the policy, and in what its amounts are called', () => {
    const whole: PolicyRules = {
      ...paid,
      months: 12,
      tiers: [
        {
          clause: '1',
          fromMonth: 1,
          toMonth: 12,
          only: [],
          amount: { kind: 'share', basisPoints: 10_000 },
        },
      ],
    };
    const said = presentRules(whole, zh);
    expect([said.form, said.tiers[0]?.amount]).toEqual(['补贴', '按租金全额补贴']);
    const waived = presentRules({ ...whole, form: 'waiver' }, zh);
    expect([waived.form, waived.tiers[0]?.amount]).toEqual(['免租', '免收全部租金']);
  });

  it('changes no amount and no outcome', () => {
    const [waiver, subsidy] = [otherCity, paid].map((rules) => assess(someFacts, inForce(rules)));
    expect(subsidy).toEqual(waiver);
    const said = (rules: PolicyRules) =>
      presentAssessment(assess(someFacts, inForce(rules)), someFacts, inForce(rules), zh);
    expect(said(paid).findings.at(-1)?.condition).toBe('有可补贴的金额');
    expect(said(otherCity).findings.at(-1)?.condition).toBe('有可减免或补贴的金额');
  });
});

describe('the words of subsidies', () => {
  it('take the place of both words of a message, where there are own ones', () => {
    const keys = ['waivers.message.grant', 'waivers.message.falls', 'waivers.message.submit'];
    expect(keys.map((key) => messageOf(paid, key))).toEqual([
      'subsidy.waivers.message.grant',
      'subsidy.waivers.message.falls',
      'waivers.message.submit',
    ]);
    expect(keys.map((key) => messageOf(otherCity, key))).toEqual(keys);
    const bodies = ofSubsidies.filter(([key]) => /message\..*\.body$/.test(key));
    for (const [key] of bodies) expect(words).toHaveProperty([key.replace(/body$/, 'subject')]);
  });

  it('each take the place of a word, with the same values, and say nothing of waiving', () => {
    for (const [key, [text]] of ofSubsidies) {
      const plain = words[plainWord(key) as WordKey];
      expect(plain, key).toBeDefined();
      expect(values(text), key).toEqual(values(plain[0]));
      expect(text.replace('其他减免或补贴', ''), key).not.toMatch(/免租|减免|缴租/);
      expect(wordOf(paid, plainWord(key)), key).toBe(key);
      expect(wordOf(otherCity, plainWord(key))).toBe(plainWord(key));
      expect(wordsOf(plainWord(key))).toContain(key);
    }
  });

  it('are there for all that letters and messages say of waived rent', () => {
    const { say } = voiceOf(paid, zh);
    const spoken = entries.filter(([key]) => /^(letter|waivers\.(letter|message))\./.test(key));
    // Pages of the letters themselves, which are about no case.
    const aside = [/^letter\.offices/, /^waivers\.message\.category-ends/];
    const untold = spoken.filter(
      ([key, [text]]) =>
        /免租|减免|缴租/.test(text) &&
        !aside.some((pattern) => pattern.test(key)) &&
        wordOf(paid, key) === key,
    );
    expect(untold.map(([key]) => key)).toEqual([]);
    expect(say('letter.title.grant')).toBe('补贴决定书');
  });
});
