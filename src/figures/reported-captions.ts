/** code, the figure it stands beside, printed, unit zh, unit en, subject zh, subject en. */
export type CaptionRow = readonly [
  code: string,
  figure: string,
  printed: string,
  unitZh: string,
  unitEn: string,
  subjectZh: string,
  subjectEn: string,
];

/**
 * Numbers that captions of the same report print beside a figure of the register. They are no figures of
 * their own: they are here to be compared.
 */
// biome-ignore format: a table reads best with one caption a line
export const reportedCaptions: readonly CaptionRow[] = [
  ['insured-firms-caption', 'insured-firms', '200余', '家', 'firms', '图注：技能共富保投保企业', 'Caption: firms in the skill insurance'],
  ['insured-workers-caption', 'insured-workers', '24万', '人', 'people', '图注：技能共富保惠及人才', 'Caption: workers whom the skill insurance benefits'],
];
