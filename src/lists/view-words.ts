import { defineWords } from '../language/words.js';

/** What every list says of its columns, its saved views, and of what is done to several rows. */
export const viewWords = defineWords({
  'lists.more': ['明细', 'Details'],
  'lists.choose': ['选择', 'Choose'],
  'lists.columns': ['选择列', 'Columns'],
  'lists.columns.shown': ['显示的列', 'Columns to show'],
  'lists.columns.apply': ['按所选显示', 'Show these'],
  'lists.columns.usual': ['恢复默认列', 'Usual columns'],
  'lists.views': ['已存视图', 'Saved views'],
  'lists.views.shared': ['{park}共用', 'shared with {park}'],
  'lists.views.manage': ['管理视图', 'Manage views'],
  'lists.views.save': ['存为视图', 'Save as a view'],
  'lists.views.save-lead': [
    '视图保存的是筛选条件、排序和显示的列，不保存数据。打开时显示的是打开的人有权查看的内容。',
    'A view keeps the filter, the order and the columns, and no data. Whoever opens it sees what they may see.',
  ],
  'lists.views.name': ['视图名称', 'Name of the view'],
  'lists.views.name-hint': [
    '如“电商，按带动就业排序”。与已有视图同名的，将更新原视图。',
    'Such as “online shops by jobs”. A view of the same name is replaced.',
  ],
  'lists.views.park': ['共用范围', 'Shared with'],
  'lists.views.own': ['仅本人使用', 'Nobody: for me alone'],
  'lists.views.park-managers': ['{park}的园区管理员', 'The managers of {park}'],
  'lists.views.title': ['已存视图', 'Saved views'],
  'lists.views.lead': [
    '本人保存的视图，以及所在园区共用的视图。',
    'The views that you saved, and those shared with your park.',
  ],
  'lists.views.none': ['还没有保存视图', 'No view has been saved yet'],
  'lists.views.none-lead': [
    '在列表上选好筛选条件、排序和显示的列后，点“存为视图”。',
    'Filter and sort a list, choose its columns, and press “Save as a view”.',
  ],
  'lists.views.list': ['列表', 'List'],
  'lists.views.owner': ['保存人', 'Saved by'],
  'lists.views.saved-at': ['保存时间', 'Saved'],
  'lists.views.remove': ['删除', 'Remove'],
  'lists.views.too-many': [
    '每人最多保存 {n} 个视图，请先删除不用的',
    'You have {n} views: remove one first',
  ],
  'lists.views.changed': [
    '这个视图已被删除或恢复过',
    'This view has been removed or put back already',
  ],
  'lists.views.no-list': ['只能为列表保存视图', 'Only a list can be saved as a view'],
  'history.kind.list-view': ['已存视图', 'Saved view'],
  'history.list-view.saved': ['保存视图', 'View saved'],
  'history.list-view.removed': ['删除视图', 'View removed'],
  'history.list-view.restored': ['恢复视图', 'View put back'],
});
