import { defineWords } from '../language/words.js';

export const reportChartWords = defineWords({
  'reports.charts': ['图表', 'Charts'],
  'reports.charts.lead': [
    '就业趋势、园区对比、进出园流向、场地和分岛图，可下载插入文档。',
    'Trend, parks, flow, premises and islands, to put into a document.',
  ],
  'reports.chart.trend': ['带动就业趋势与公布数据', 'Jobs, and what was published'],
  'reports.chart.parks': ['各园区带动就业', 'Jobs by park'],
  'reports.chart.flow': ['创业主体进出园流向', 'Ventures from entering to leaving'],
  'reports.chart.premises': ['各园区场地使用', 'Premises by park'],
  'reports.chart.occupancy': ['各月末场地使用', 'Occupancy by month'],
  'reports.chart.area-let': ['在租面积（㎡）', 'Let, m²'],
  'reports.chart.area-held-over': ['超期占用面积（㎡）', 'Held over, m²'],
  'reports.chart.area-free': ['空置面积（㎡）', 'Free, m²'],
  'reports.chart.islands': ['分岛在园创业主体（示意图）', 'Ventures by island (schematic)'],
  'reports.chart.published': ['公布数据', 'Published'],
  'reports.chart.through': ['期内在园', 'In the parks'],
  'reports.chart.from': ['来源', 'From'],
  'reports.chart.to': ['去向', 'To'],
  'reports.chart.island': ['岛屿', 'Island'],
});
