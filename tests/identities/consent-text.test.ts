import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { consentItems, consentTexts } from '../../src/identities/consent-text.js';

const all = Object.entries(consentTexts).flatMap(([purpose, texts]) =>
  texts.map((text) => ({ purpose, text })),
);

it('every version says everything, in both languages', () => {
  for (const { text } of all) {
    for (const item of consentItems) {
      const [zh, en] = text[item];
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/\.$/);
    }
  }
});

it('versions count up from 1', () => {
  for (const texts of Object.values(consentTexts)) {
    expect(texts.map(({ version }) => version)).toEqual(texts.map((_, i) => i + 1));
  }
});

// Somebody may have agreed to these words. Do not mend a hash: add a version.
it.each([
  ['identity', 1, '2ae00e71cfbf6f56'],
  ['proof', 1, '42d6f90c650d3b38'],
  ['identity', 2, '98ab295098a4e0d6'],
  ['proof', 2, 'e44aa30f400b15da'],
])('%s %d is what it was', (purpose, version, hash) => {
  const text = all.find((one) => one.purpose === purpose && one.text.version === version)?.text;
  expect(createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 16)).toBe(hash);
});
