import { makeSay } from '../language/say.js';
import { type FounderCategory, founderCategories } from '../people/categories.js';

const voices = (['zh', 'en'] as const).map(makeSay);

/** How lists call the categories of founders. Graduate status follows from the graduation day, and is not taken here. */
const spoken: [FounderCategory, RegExp][] = [
  ['student', /在校/],
  ['graduate', /毕业/],
  ['unemployed', /失业/],
  ['hardship', /就业困难|困难人员/],
  ['disabled', /残疾/],
  ['veteran', /退役|退伍|veteran/i],
  ['returnee', /返乡|入乡|return/i],
  ['other', /其他|其它|other/i],
];
const none = /^(无|否|-|—|none)$/i;

/** The categories that a cell names, however they are separated; null where one is none of them. */
export function categoriesOf(text: string): FounderCategory[] | null {
  const parts = text
    .split(/[、，,;；/]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !none.test(part));
  const read = parts.map(
    (part) =>
      founderCategories.find((own) =>
        voices.some((say) => say(`ventures.category.${own}`) === part),
      ) ?? spoken.find(([, words]) => words.test(part))?.[0],
  );
  if (read.some((category) => category === undefined)) return null;
  return read.filter(
    (category) => category !== undefined && category !== 'graduate',
  ) as FounderCategory[];
}
