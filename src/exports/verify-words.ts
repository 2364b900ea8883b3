import { defineWords } from '../language/words.js';

export const verifyWords = defineWords({
  'reports.verify.title': ['核验导出文件', 'Check an exported file'],
  'reports.verify.lead': [
    '上传本系统导出的文件，核对其中数据是否与导出时一致、有没有改动。',
    'Send a file that this system made: it is held against what was kept when it was made.',
  ],
  'reports.verify.file': ['文件（.xlsx 或 .csv）', 'File (.xlsx or .csv)'],
  'reports.verify.file-hint': [
    '不超过 64 MB。工作簿另存过也可以核验；CSV 没有导出编号，须是导出后未另存过的原文件。',
    'At most 64 MB. A workbook may have been saved again since; a csv bears no number, and must be the very file that was exported.',
  ],
  'reports.verify.check': ['核验', 'Check'],
  'reports.verify.another': ['核验另一个文件', 'Check another'],
  'reports.verify.unreadable': [
    '不是可以读取的 .xlsx 工作簿',
    'This is no .xlsx workbook that can be read',
  ],
  'reports.verify.is-text': [
    '这份 CSV 文本与系统导出过的文件都不相同：不是本系统导出，或导出后另存、改动过。另存过的、系统升级前导出的 CSV 都无法核验，请导出 Excel 工作簿（.xlsx），用工作簿核验',
    'This csv text is none that the system exported: it is not of this system, or was altered or saved again since. A csv cannot be checked once it was saved again, nor one of an earlier version of the system; export an Excel workbook (.xlsx) and check that',
  ],
  'reports.verify.too-large': [
    '工作簿过大（超过 64 MB，或展开后超过 1 GB），无法核验。请缩小范围、分开导出',
    'The workbook is too large to be checked: over 64 MB, or over 1 GB unpacked. Export less at a time',
  ],
  'reports.verify.no-number': [
    '第一张工作表上没有本系统的导出编号',
    'The first sheet does not bear the number of an export of this system',
  ],
  'reports.verify.number': ['导出编号', 'Number of the export'],
  'reports.verify.hash-now': ['按文件内容重新计算的校验码', 'Hash of the rows as they stand'],
  'reports.verify.hash-of-file': ['文件校验码（SHA-256）', 'Hash of the file (SHA-256)'],
  'reports.verify.same': ['与系统导出时完全一致', 'As the system made it'],
  'reports.verify.same-more': [
    '数据、合计和说明页均未改动。',
    'Rows, sums and cover are unaltered.',
  ],
  'reports.verify.same-csv-more': [
    '与导出的 CSV 文件逐字节相同。',
    'It is, byte for byte, the csv that was exported.',
  ],
  'reports.verify.differs': ['与系统导出时不一致', 'Not as the system made it'],
  'reports.verify.differs-more': [
    '文件在导出后被改动过，不能作为系统数据使用。',
    "It was altered since: its numbers are not the system's.",
  ],
  'reports.verify.unknown': ['系统没有这次导出的记录', 'The system has no record of this export'],
  'reports.verify.unknown-more': [
    '编号不是本系统发出的，文件内容不能视为系统数据。',
    'The number was not given by this system, and the file cannot be taken for its own.',
  ],
  'reports.verify.unfinished': ['这次导出没有完成', 'This export was never finished'],
  'reports.verify.unfinished-more': [
    '没有可以比对的完整记录，请重新导出。',
    'There is nothing whole to hold it against. Please export again.',
  ],
  'reports.verify.where': ['不一致之处', 'Where it differs'],
  'reports.verify.more': ['另有 {n} 处', 'And {n} more'],
  'reports.verify.what.cell': ['{cell} 单元格被改动', 'Cell {cell} was altered'],
  'reports.verify.what.row': ['第 {cell} 行被改动', 'Row {cell} was altered'],
  'reports.verify.what.head': ['{cell} 表头被改动', 'Head {cell} was altered'],
  'reports.verify.what.sum': ['{cell} 合计与系统不一致', "Sum {cell} is not the system's"],
  'reports.verify.what.cover': ['说明页 {cell} 被改动', 'Cell {cell} of the cover was altered'],
  'reports.verify.what.missing-sheet': ['缺少工作表{cell}', 'A sheet is missing{cell}'],
  'reports.verify.what.added-sheet': ['增加了工作表', 'This sheet was added'],
  'reports.verify.what.row-count': [
    '现有 {cell} 行数据，行数与导出时不同',
    '{cell} rows: their number has changed',
  ],
  'reports.verify.what.added': ['第 {cell} 行增加了内容', 'Something was added in row {cell}'],
  'reports.verify.what.formula': [
    '{cell} 单元格是公式，系统写入的是数据',
    'Cell {cell} holds a formula where the system wrote a value',
  ],
  'reports.verify.what.format': [
    '{cell} 单元格的数字格式使显示内容与数据不同',
    'The number format of cell {cell} shows something other than its value',
  ],
  'reports.verify.what.colour': [
    '{cell} 单元格的文字颜色与底色相近、字号过小或用了符号字体，无法看清',
    'Cell {cell} cannot be read: its text is tiny, in the colour of its background, or in a font of symbols',
  ],
  'reports.verify.what.struck': [
    '{cell} 单元格加了删除线，看上去已作废',
    'Cell {cell} is struck through, as if it no longer counted',
  ],
  'reports.verify.what.raised': [
    '{cell} 单元格中有上标或下标，看上去是另一个数',
    'Part of cell {cell} is raised or lowered, which reads as another number',
  ],
  'reports.verify.what.phonetic': [
    '{cell} 单元格上方显示注音文字，系统没有写入',
    'Cell {cell} shows a reading above its text that the system did not write',
  ],
  'reports.verify.what.hidden-row': ['第 {cell} 行被隐藏', 'Row {cell} is hidden'],
  'reports.verify.what.hidden-column': ['{cell} 列被隐藏', 'Column {cell} is hidden'],
  'reports.verify.what.hidden-sheet': ['工作表被隐藏', 'This sheet is hidden'],
  'reports.verify.what.merged': [
    '自 {cell} 起合并了单元格，会遮住数据',
    'Cells are merged from {cell} on, which covers values',
  ],
  'reports.verify.what.conditional': [
    '{cell} 设有条件格式，显示内容可能与数据不同',
    'A conditional format on {cell} can change what is shown',
  ],
  'reports.verify.what.drawing': [
    '工作表上有图片、形状、批注或控件，可能遮住数据',
    'Pictures, shapes, comments or controls on this sheet can cover values',
  ],
  'reports.verify.what.hidden-values': [
    '工作表设置为不显示零值，或显示公式而不是数值',
    'This sheet is set to hide zeros, or to show formulas in place of values',
  ],
  'reports.verify.what.as-displayed': [
    '工作簿设置为“以显示精度为准”，数值会按显示的位数改写',
    'This workbook is set to precision as displayed: values are rewritten as they are shown',
  ],
  'reports.verify.what.repeated': [
    '{cell} 单元格设为“填充”对齐，内容会重复显示',
    'Cell {cell} is aligned to fill, which shows its content again and again',
  ],
  'reports.verify.what.frozen': [
    '窗格冻结在滚动之后，前面的行或列无法查看',
    'This sheet was scrolled before it was frozen: the rows or columns before cannot be seen',
  ],
  'reports.verify.what.printed': [
    '页眉或页脚写有数字，打印时会与数据一并出现',
    'Its header or footer holds a number, which is printed with the data',
  ],
});
