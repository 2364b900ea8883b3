const of = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
});

/** The fonts of an official document, by what they write. */
export const fonts = {
  title: of('宋体'),
  body: of('仿宋'),
  heading: of('黑体'),
  quoted: of('楷体'),
  table: of('宋体'),
  page: of('宋体'),
};

/** What a machine that lacks one of them writes with instead: the same face under its other names, then a free one. */
const instead: [name: string, others: string, family: 'roman' | 'swiss'][] = [
  ['宋体', 'SimSun, 宋体, Songti SC, Noto Serif CJK SC, Noto Sans CJK SC', 'roman'],
  ['仿宋', 'FangSong, 仿宋_GB2312, STFangsong, Noto Serif CJK SC, Noto Sans CJK SC', 'roman'],
  ['黑体', 'SimHei, Heiti SC, Noto Sans CJK SC', 'swiss'],
  ['楷体', 'KaiTi, 楷体_GB2312, Kaiti SC, Noto Serif CJK SC, Noto Sans CJK SC', 'roman'],
];

/** The table of fonts of a document (ECMA-376, 17.8.3). */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${[
  ...instead.map(
    ([name, others, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  ),
  '<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>',
].join('')}</w:fonts>`;
