import { defineWords } from '../language/words.js';

export const consistencyWords = defineWords({
  'figures.places': ['数据核对栏目', 'Pages about figures'],
  'figures.place.register': ['报道数据', 'Reported figures'],
  'figures.place.consistency': ['相互印证', 'Consistency'],
  'figures.consistency.title': ['报道数据相互印证', 'Whether the printed figures fit each other'],
  'figures.consistency.lead': [
    '同一篇报道里的数字之间存在固定的数量关系。这里把每个数字可能的取值范围代入计算，看它们能否同时成立。',
    'The numbers that one report prints are tied to each other. Here each is put in with all that it can stand for, to see whether they can be true at once.',
  ],
  'figures.consistency.summary': [
    '共核对 {count} 组关系：一致 {consistent} 组，不一致 {inconsistent} 组，无法判定 {undecidable} 组。',
    '{count} {count|relation|relations}: {consistent} consistent, {inconsistent} inconsistent, {undecidable} not decidable.',
  ],
  'figures.consistency.compares': ['核对内容', 'What is compared'],
  'figures.consistency.arithmetic': ['算式', 'Arithmetic'],
  'figures.consistency.how': ['怎样判定', 'How it is judged'],
  'figures.consistency.how-text': [
    '计算全程使用精确分数，不作取舍；只在显示时保留两位小数，并向范围外侧取整。',
    'All arithmetic is on exact fractions. Bounds are rounded, outwards and to two places, only to be shown.',
  ],
  'figures.agreement.consistent': ['一致', 'Consistent'],
  'figures.agreement.inconsistent': ['不一致', 'Inconsistent'],
  'figures.agreement.undecidable': ['无法判定', 'Not decidable'],
  'figures.agreement-means.consistent': [
    '各数字按其取值范围可以同时成立。',
    'The numbers can all be true at once.',
  ],
  'figures.agreement-means.inconsistent': [
    '无论各数字在其范围内取何值，都不能同时成立：或有一处印错，或所指不是同一事项。',
    'Whatever each number stands for, they cannot all be true: one is misprinted, or they do not speak of the same thing.',
  ],
  'figures.agreement-means.undecidable': [
    '报道没有印出可以对照的数字，或取值范围过宽，任何结果都不会与之矛盾。',
    'The report prints nothing to compare with, or the ranges are so wide that nothing could contradict them.',
  ],
  'figures.interval-between': ['{low} 与 {high} 之间', 'Between {low} and {high}'],
  'figures.derived.share': ['两数相除', 'The first over the second'],
  'figures.derived.growth': ['倒推上年', 'Back to the year before'],
  'figures.derived.target': ['倒推目标数', 'Back to the target'],
  'figures.derived.rise': ['两数相减', 'The first less the second'],
  'figures.derived.at-most': ['两数比较', 'Compared'],
  'figures.derived.same': ['两数比较', 'Compared'],
  'figures.because.overlap': ['两个范围有共同部分。', 'The two ranges have values in common.'],
  'figures.because.apart': ['两个范围没有共同部分。', 'The two ranges have no value in common.'],
  'figures.because.always-below': [
    '前者最大也不超过后者最小的可能值。',
    'The most that the first can be is not above the least that the second can be.',
  ],
  'figures.because.never-below': [
    '前者最小也超过后者最大的可能值。',
    'The least that the first can be is above the most that the second can be.',
  ],
  'figures.because.may-be-below': [
    '两个范围交叠，前者可能超过后者，也可能不超过。',
    'The ranges overlap: the first may be above the second or not.',
  ],
  'figures.because.one-whole': [
    '人数应为整数，范围内恰有整数 {n}。',
    'A count is whole, and the range holds the whole number {n}.',
  ],
  'figures.because.no-whole': [
    '人数应为整数，而范围内没有整数。',
    'A count is whole, and the range holds no whole number.',
  ],
  'figures.because.any-whole': [
    '报道未印倒推所得的数；范围内总有整数，无从证伪。',
    'The number worked back to is not printed, and the range is wide enough to hold whole numbers in any case.',
  ],
  'figures.because.nothing-printed': [
    '报道未印这一比例，只登记计算所得的范围。',
    'The report prints no such share; the calculated range is recorded.',
  ],
  'figures.because.rises': ['调整后高于调整前。', 'It is higher after than before.'],
  'figures.because.may-not-rise': [
    '两个范围交叠，不能断定是否提高。',
    'The ranges overlap: it may have risen or not.',
  ],
  'figures.because.does-not-rise': [
    '调整后并不高于调整前。',
    'It is not higher after than before.',
  ],
  'figures.identity.high-skilled-share': [
    '高技能人才总量除以技能人才总量，应等于报告所列的比重',
    'High-skilled workers over skilled workers are the printed share',
  ],
  'figures.identity.high-skilled-new': [
    '新增高技能人才不多于新增技能人才',
    'Newly certified high-skilled workers are no more than newly certified skilled workers',
  ],
  'figures.identity.skilled-new': [
    '新增技能人才不多于技能人才总量',
    'Newly certified skilled workers are no more than all skilled workers',
  ],
  'figures.identity.high-skilled-total': [
    '新增高技能人才不多于高技能人才总量',
    'Newly certified high-skilled workers are no more than all high-skilled workers',
  ],
  'figures.identity.digital-high-skilled': [
    '持证数字高技能人才不多于新增高技能人才',
    'Certified digital high-skilled workers are no more than newly certified high-skilled workers',
  ],
  'figures.identity.digital-target': [
    '数字高技能人才除以完成率，应得出整数的目标人数',
    'Digital high-skilled workers over the completion rate give a target in whole people',
  ],
  'figures.identity.masters-doctors': [
    '硕博人才包含在新引进高校毕业生之内，不多于后者',
    "Holders of a master's or doctor's degree are among the graduates, and no more than they",
  ],
  'figures.identity.masters-doctors-growth': [
    '硕博人才按同比增幅倒推，应得出整数的上年人数',
    "Holders of a master's or doctor's degree, less the growth, give whole people the year before",
  ],
  'figures.identity.new-urban-jobs-growth': [
    '城镇新增就业按增幅倒推，应得出整数的上年人数',
    'New urban employment, less the growth, gives whole people the year before',
  ],
  'figures.identity.insured-firms-caption': [
    '正文与图注同指技能共富保投保企业，应为同一数目',
    'Text and caption both speak of firms in the skill insurance: one number',
  ],
  'figures.identity.insured-workers-caption': [
    '正文为技能共富保投保人才，图注为技能共富保惠及人才；若所指相同，应为同一数目',
    'The text counts workers insured, the caption workers whom the insurance benefits: one number, if they are the same people',
  ],
  'figures.identity.skilled-total-caption': [
    '若图注的惠及人才泛指全部技能人才，应与技能人才总量为同一数目',
    'If the caption means all skilled workers, it is the number of skilled workers in total',
  ],
  'figures.identity.insured-skilled': [
    '技能共富保投保人才不多于技能人才总量',
    'Workers insured are no more than all skilled workers',
  ],
  'figures.identity.insurance-discount': [
    '累计优惠保费占保费合计的比例',
    'The discount as a share of the premium',
  ],
  'figures.identity.pension-rise': [
    '基础养老金调整后应高于调整前',
    'The basic pension is higher after the rise',
  ],
  'figures.identity.contribution-rise': [
    '困难群体代缴档次调整后应高于调整前',
    'The contribution for people in hardship is higher after the rise',
  ],
});
