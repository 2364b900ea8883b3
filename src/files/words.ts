import { defineWords } from '../language/words.js';

/** What is said of a file that is not read. */
export const fileWords = defineWords({
  'files.none': ['请选择文件', 'Choose a file'],
  'files.busy': [
    '正在读取的文件较多，请稍后再上传。本次没有写入任何内容',
    'Many files are being read. Please send it again in a while; nothing was written',
  ],
  'files.unreadable': [
    '文件已损坏，或者不是 xlsx 工作簿，无法读取',
    'The file is damaged, or is not an xlsx workbook, and cannot be read',
  ],
  'files.old-format': [
    '这是旧版 .xls 或设有打开密码的工作簿，无法读取。请取消密码，另存为 .xlsx 后再上传',
    'This is an old .xls workbook or one with a password. Remove the password, save it as .xlsx and send that',
  ],
  'files.encrypted': [
    '文件已加密，无法读取。请取消密码后再上传',
    'The file is encrypted. Remove the password and send it again',
  ],
  'files.macros': [
    '工作簿含有宏，不予读取。请另存为不含宏的 .xlsx 后再上传',
    'The workbook contains macros and is not read. Save it as .xlsx without macros and send that',
  ],
  'files.links': [
    '工作簿引用了其他文件中的数据，不予读取。请断开链接、粘贴为数值后再上传',
    'The workbook links to other files and is not read. Break the links, paste values and send it again',
  ],
  'files.entries': [
    '文件内部的部件过多（超过 {most} 个），不予读取',
    'The file consists of over {most} {most|part|parts} and is not read',
  ],
  'files.unpacked': [
    '文件展开后过大，不能读取。请只保留要上传的一张表',
    'Unpacked it is too large to be read. Keep only the sheet that is read',
  ],
  'files.strings': [
    '工作簿中的文字条目过多（超过 {most} 条），不予读取。请分开上传',
    'The workbook holds over {most} {most|text|texts} and is not read. Send it in parts',
  ],
  'files.stringBytes': [
    '工作簿中的文字过多（超过 {most} MB），不予读取。请分开上传',
    'The texts of the workbook come to over {most} MB. Send it in parts',
  ],
  'files.rows': [
    '超过 {most} 行，请分开上传',
    'It has over {most} {most|row|rows}: send it in parts',
  ],
  'files.columns': [
    '表格列数过多：第 {most} 列以后还有内容。请删除多余的列',
    'There is something beyond column {most}. Remove the columns that are not needed',
  ],
  'files.cells': [
    '单元格过多（超过 {most} 个），不予读取。请分开上传',
    'The file has over {most} {most|cell|cells} and is not read. Send it in parts',
  ],
  'files.ranges': [
    '合并单元格、数组公式或条件格式过多（超过 {most} 处），不予读取。请取消后再上传',
    'The workbook has over {most} {most|range|ranges} of merged cells, array formulas or conditional formats. Remove them and send it again',
  ],
  'files.styles': [
    '单元格样式过多（超过 {most} 种），不予读取。请把内容粘贴到新的工作簿再上传',
    'The workbook has over {most} {most|style|styles} of cells. Paste its content into a new workbook and send that',
  ],
  'files.text': [
    '文字过多（超过 {most} 字），不予读取。请分开上传',
    'The texts of the cells come to over {most} {most|character|characters}. Send it in parts',
  ],
  'files.memory': [
    '读取这个文件需要的内存过多，已停止读取。请分开上传',
    'Reading this file takes too much memory, and was stopped. Send it in parts',
  ],
  'files.time': [
    '读取这个文件超过 {most} 秒，已停止读取。请分开上传',
    'Reading this file took over {most} {most|second|seconds}, and was stopped. Send it in parts',
  ],
  'files.pixels': [
    '照片的像素过多（超过 {most} 百万），不予读取。请降低照片的分辨率后再上传',
    'The picture has over {most} million pixels and is not read. Send it at a lower resolution',
  ],
  'files.animated': ['这是动态图片，请上传静态照片', 'This picture moves. Send one that does not'],
  'files.sending.making': ['正在缩小照片…', 'Making the pictures smaller …'],
  'files.sending.ready': ['已选 {n} 个文件，共 {size} MB', '{n} chosen, {size} MB in all'],
  'files.sending.now': [
    '正在上传：{done}/{all}，{percent}%',
    'Sending: {done} of {all}, {percent} %',
  ],
  'files.sending.cut': [
    '连接中断，已上传 {done}/{all}。连接恢复后自动从中断处继续，也可以点“继续上传”。请不要关闭本页。',
    'The connection was cut. Arrived: {done} of {all}. The rest goes when there is one again, or by the button. Keep this page open.',
  ],
  'files.sending.retry': ['继续上传', 'Continue'],
  'files.sending.refused': ['没有上传：', 'Not taken: '],
  'files.sending.go-on': ['查看已上传的内容', 'See what has arrived'],
  'files.sending.take-off': ['取消选择{name}', 'Remove {name}'],
  'files.head-twice': [
    '表头“{head}”出现了不止一次（{columns} 列），无法确定读取哪一列。请只保留一列或改名后再上传',
    'The heading {head} stands more than once (columns {columns}), so which to read is not known. Keep one or rename the others, and send it again',
  ],
  'files.read-from': [
    '读取的是工作表“{sheet}”，表头在第 {row} 行。',
    'Read from the sheet {sheet}, with its headings in row {row}.',
  ],
  'files.read-from-text': ['表头在第 {row} 行。', 'Its headings are in row {row}.'],
  'files.columns.lead': [
    '表中的表头与模板不同。请指出各项内容在哪一列；文件不用重新上传。',
    'The headings of this table are not those of the template. Say which column holds what; the file need not be sent again.',
  ],
  'files.columns.empty': ['文件里没有内容。', 'There is nothing in the file.'],
  'files.columns.other-row': ['表头不在这一行？', 'Are the headings in another row?'],
  'files.columns.sheet': ['工作表', 'Sheet'],
  'files.columns.head-row': ['表头所在行', 'Row of the headings'],
  'files.columns.row': ['第 {row} 行：{text}', 'Row {row}: {text}'],
  'files.columns.list-again': ['重新列出各列', 'List the columns again'],
  'files.columns.found': ['表中的列（前几行）', 'The columns of the table, with its first rows'],
  'files.columns.row-number': ['行号', 'Row'],
  'files.columns.column': ['{letters}：{head}', '{letters}: {head}'],
  'files.columns.legend': ['各项内容在哪一列', 'Which column holds what'],
  'files.columns.none': ['表中没有，不读取', 'Not in the table'],
  'files.columns.needed': ['请选择这一项所在的列', 'Choose the column that holds it'],
  'files.columns.twice': ['这一列已选作其他项', 'This column is chosen for something else already'],
  'files.columns.submit': ['按所选各列读取', 'Read these columns'],
  'files.columns.again': ['重新上传', 'Upload another'],
});
