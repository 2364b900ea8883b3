import { defineWords } from '../language/words.js';

/** What the layout and the components say by themselves. */
export const componentWords = defineWords({
  'components.site': ['没有围墙的创业园', 'Parks Without Walls'],
  'components.site-under': ['舟山群岛创业园区', 'Startup parks of the Zhoushan islands'],
  'components.skip': ['跳到正文', 'Skip to the content'],
  'components.demo': [
    '演示数据：园区、创业主体和人员均为虚构，不是真实记录。',
    'Demonstration data: its parks, ventures and people are invented.',
  ],
  'components.nav': ['主导航', 'Main menu'],
  'components.breadcrumbs': ['当前位置', 'You are here'],
  'components.sign-in': ['登录', 'Sign in'],
  'components.sign-out': ['退出', 'Sign out'],
  'components.about': [
    '园区由分散在海岛和乡村的闲置场地组成，创业者免租入驻。本系统登记园区与创业主体，所有总数都由台账逐笔汇总，可以查到对应的记录。',
    'The parks are made of idle premises across islands and villages, free of rent for founders. This site keeps their register; every total is summed from ledger entries and can be traced to its records.',
  ],
  'components.parks': ['园区名录', 'Parks'],
  'components.figures': ['公布数据核对', 'Published figures'],
  'components.api': ['数据接口', 'Data API'],
  'components.schematic': [
    '本站的海岛图为示意图，不表示实际位置、面积和界线。',
    'The chart of the islands is schematic: it shows no true positions, areas or boundaries.',
  ],
  'components.error-prefix': ['错误：', 'Error: '],
  'components.error-title': ['请更正以下内容', 'There is something to correct'],
  'components.optional': ['（选填）', '(optional)'],
  'components.cancel': ['取消', 'Cancel'],
  'components.change': ['修改', 'Change'],
  'components.field': ['项目', 'Item'],
  'components.differs': ['有差异', 'Differs'],
  'components.chart-table': ['查看图表数据', 'Show the data as a table'],
  'components.download': ['下载：', 'Download:'],
  'components.workbook': ['Excel 工作簿', 'Excel workbook'],
  'components.pages': ['分页', 'Pages'],
  'components.page-n': ['第 {n} 页', 'Page {n}'],
  'components.previous': ['上一页', 'Previous'],
  'components.next': ['下一页', 'Next'],
  'components.pages-one': ['共 {total} 条', '{total} records'],
  'components.pages-many': [
    '共 {total} 条，第 {from}–{to} 条',
    'Records {from} to {to} of {total}',
  ],
  'components.filter': ['筛选', 'Filter'],
  'components.filter-apply': ['筛选', 'Apply'],
  'components.filter-clear': ['清除条件', 'Clear'],
});
