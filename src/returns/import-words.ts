import { defineWords } from '../language/words.js';

export const importWords = defineWords({
  'returns.import.link': ['用表格填报', 'Fill in a workbook'],
  'returns.import.title': ['用表格填报{month}月报', 'Fill in the return of {month} as a workbook'],
  'returns.import.lead': [
    '下载本园区当月的表格，线下填好后上传。上传后先预览，确认后才填入月报。',
    'Download the table of the park’s month, fill it in, and upload it. What it holds is shown first, and put into the return once you confirm.',
  ],
  'returns.import.rules': [
    '空着为未填，0 为没有人；没有列入的创业主体不受影响。填入后仍为草稿，提交前不计入总数。',
    'Blank is missing, 0 is nobody; ventures that the file leaves out stay as they are. It is a draft, and counts only once submitted.',
  ],
  'returns.import.template': ['下载表格', 'Download the table'],
  'returns.import.file': ['填好的表格', 'The table, filled in'],
  'returns.import.file-hint': [
    'xlsx 或 csv，不超过 4 MB。也可以上传自己的表格，上传后指出各列内容。',
    'xlsx or csv, at most 4 MB. A table of your own will do too: you then say which column holds what.',
  ],
  'returns.import.submit': ['上传并预览', 'Upload and preview'],
  'returns.import.sheet': ['月报', 'Return'],
  'returns.import.column.month': ['月份', 'Month'],
  'returns.import.column.park': ['园区编号', 'Park number'],
  'returns.import.column.number': ['创业主体编号', 'Venture number'],
  'returns.import.column.venture': ['创业主体名称（不读取）', 'Venture name (not read)'],
  'returns.import.column.last': ['上月末人数（不读取）', 'Level of the month before (not read)'],
  'returns.import.column.stamp': ['下载时的内容（请勿改动）', 'As downloaded (do not change)'],
  'returns.import.empty': ['表头下面没有内容', 'There is nothing under its headings'],
  'returns.import.wrong': [
    '{count} 处有误，未填入任何内容。{list}',
    '{count} {count|thing is|things are} wrong, and nothing was filled in. {list}',
  ],
  'returns.import.row': ['第 {row} 行：{why}', 'Row {row}: {why}'],
  'returns.import.cell': ['第 {row} 行“{column}”：{why}', 'Row {row}, {column}: {why}'],
  'returns.import.why.merged': [
    '有合并单元格，请取消合并',
    'it holds merged cells: take them apart',
  ],
  'returns.import.why.month': ['不是本月的表格', 'it is of another month'],
  'returns.import.why.park': ['不是本园区的表格', 'it is of another park'],
  'returns.import.why.venture': [
    '该园区月末没有这家创业主体',
    'no such venture in the park at the month’s end',
  ],
  'returns.import.why.twice': ['与前面的行重复', 'the venture stands in a row above'],
  'returns.import.why.ambiguous': [
    '有几家同名的创业主体，请改填编号',
    'several ventures have this name: put the number instead',
  ],
  'returns.import.why.formula': ['是公式，请改为数值', 'a formula: put its value there'],
  'returns.import.why.struck': [
    '已被划去。不报的请清空或删除该行，要报的请取消删除线',
    'it is struck out: clear it or delete the row, or take the line off where it is meant',
  ],
  'returns.import.number-or-name': ['创业主体编号或名称', 'Venture number or name'],
  'returns.import.unstamped': [
    '{count} 行没有本月、本园区的下载标记：有内容的格按所填读取，空着的格不作改动。',
    '{count} {count|row bears|rows bear} no mark of a download of this month and park: what is filled in is read as typed, and blank cells change nothing.',
  ],
  'returns.import.passed-over': [
    '以下行是合计、落款等，未读取：第 {rows} 行。',
    'Rows that are of no venture, as totals and signatures, were not read: {rows}.',
  ],
  'returns.import.preview': ['预览：{month}月报', 'Preview: return of {month}'],
  'returns.import.preview-lead': [
    '核对以下内容，确认后填入月报草稿。',
    'Check what would be filled in; it goes into the draft once you confirm.',
  ],
  'returns.import.count': [
    '{ventures} 家创业主体，{cells} 格将改动',
    '{ventures} {ventures|venture|ventures}, {cells} {cells|cell changes|cells change}',
  ],
  'returns.import.same': [
    '表格与已填内容一致，没有需要填入的。',
    'The table says what the return says already: there is nothing to fill in.',
  ],
  'returns.import.changed': ['将填入的内容', 'What would be filled in'],
  'returns.import.was': ['原 {value}', 'was {value}'],
  'returns.import.blank': ['空', 'blank'],
  'returns.import.conflicts': [
    '{count} 格在您下载表格后被改动，请选择保留哪一个',
    '{count} {count|cell was|cells were} changed after you had downloaded the table: choose which to keep',
  ],
  'returns.import.keep-now': ['保留现有：{value}', 'Keep what stands: {value}'],
  'returns.import.keep-mine': ['用表格中的：{value}', 'Take the table’s: {value}'],
  'returns.import.confirm': ['确认填入', 'Fill it in'],
  'returns.import.again': ['重新上传', 'Upload another'],
});
