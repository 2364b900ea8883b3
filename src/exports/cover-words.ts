import { defineWords } from '../language/words.js';

export const coverWords = defineWords({
  'reports.cover': ['说明', 'About'],
  'reports.cover.number': ['导出文件 {number}', 'Export {number}'],
  'reports.cover.what': ['内容', 'What'],
  'reports.cover.scope': ['范围', 'Scope'],
  'reports.cover.in-sight': ['本账号可查看的范围', 'All that this account may see'],
  'reports.cover.as-of': ['数据截至', 'As of'],
  'reports.cover.position': ['台账笔号', 'Ledger entry'],
  'reports.cover.filter': ['筛选条件', 'Filter'],
  'reports.cover.no-filter': ['无', 'None'],
  'reports.cover.coverage': ['报送情况', 'Coverage'],
  'reports.cover.definition': ['指标口径：{measure}', 'Definition: {measure}'],
  'reports.cover.version': ['（口径第 {n} 版）', '(definition, version {n})'],
  'reports.cover.who': ['导出人', 'Exported by'],
  'reports.cover.when': ['导出时间', 'Exported at'],
  'reports.cover.rows': ['数据行数', 'Rows'],
  'reports.cover.hash': ['数据校验码（SHA-256）', 'Hash of the rows (SHA-256)'],
  'reports.cover.sum': ['合计：{head}', 'Total: {head}'],
});
