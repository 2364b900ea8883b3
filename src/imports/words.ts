import { defineWords } from '../language/words.js';

/** What is said of the rows of a list that is brought in. */
export const importRowWords = defineWords({
  'imports.column.number': ['创业主体编号', 'Venture number'],
  'imports.column.name': ['创业主体名称', 'Venture name'],
  'imports.column.form': ['类型', 'Legal form'],
  'imports.column.code': ['统一社会信用代码', 'Credit code'],
  'imports.column.industry': ['行业', 'Industry'],
  'imports.column.founder': ['创业者', 'Founder'],
  'imports.column.phone': ['联系电话', 'Phone'],
  'imports.column.category': ['创业者类别', 'Founder category'],
  'imports.column.graduatedOn': ['毕业日期', 'Graduated on'],
  'imports.column.registeredOn': ['注册日期', 'Registered on'],
  'imports.column.settledOn': ['入驻日期', 'Settled on'],
  'imports.column.space': ['场地', 'Space'],
  'imports.column.spaceName': ['场地名称', 'Space name'],
  'imports.column.spaceKind': ['场地类型', 'Kind of space'],
  'imports.column.spaceArea': ['场地总面积（㎡）', 'Area of the space (m²)'],
  'imports.column.village': ['所在村', 'Village'],
  'imports.column.island': ['所在岛', 'Island'],
  'imports.column.address': ['场地地址', 'Address of the space'],
  'imports.column.owner': ['产权人', 'Owner of the space'],
  'imports.column.marketRent': ['市场租金（元/月）', 'Market rent (yuan a month)'],
  'imports.column.rentSource': ['市场租金来源', 'Source of the market rent'],
  'imports.column.rent': ['月租金（元）', 'Monthly rent (yuan)'],
  'imports.column.area': ['租用面积（㎡）', 'Area let (m²)'],
  'imports.column.leaseFrom': ['起租日期', 'Lease begins'],
  'imports.column.leaseTo': ['租约最后一天', 'Last day of lease'],
  'imports.column.headcount': ['带动就业人数', 'Headcount'],
  'imports.column.visitedOn': ['服务日期', 'Visited on'],
  'imports.column.visitKind': ['服务方式', 'Kind of visit'],
  'imports.column.visitedBy': ['服务人员', 'Visited by'],
  'imports.column.visitNote': ['情况记录', 'Notes of the visit'],
  'imports.column.followUpOn': ['回访日期', 'Follow up by'],
  'imports.outcome.create': ['新增', 'Create'],
  'imports.outcome.update': ['更新', 'Update'],
  'imports.outcome.unchanged': ['无变化', 'Unchanged'],
  'imports.outcome.possible': ['待确认', 'To be decided'],
  'imports.outcome.rejected': ['未通过', 'Rejected'],
  'imports.why.at': ['{column}：{why}', '{column}: {why}'],
  'imports.why.formula': [
    '单元格里是公式，请粘贴为数值',
    'The cell holds a formula: paste its value instead',
  ],
  'imports.why.identity': [
    '这里有居民身份证号码，已遮盖；名单中请勿填写个人证件号码',
    'It holds the number of a resident identity card, which was masked: no such number belongs in a list',
  ],
  'imports.why.struck': [
    '已被划去。不登记的请删除该行，要登记的请取消删除线',
    'It is struck out: delete the row, or take the line off where it is meant',
  ],
  'imports.why.long': ['名称不能超过60个字', 'A name has at most 60 characters'],
  'imports.why.industry': [
    '请填写国民经济行业门类的字母或名称，例如 H 或“住宿和餐饮业”',
    'Give the letter or name of a section of the industry standard, for example H',
  ],
  'imports.why.headcount': [
    '请填写整数，例如 3；空着为未填，0 为没有人',
    'Give a whole number, for example 3; blank is missing, 0 is nobody',
  ],
  'imports.why.category': ['没有这一创业者类别', 'There is no such founder category'],
  'imports.why.rent': [
    '请填写每月金额，例如 1,200 或 1200.50；不收租金填 0 或“免”',
    'Give an amount a month, for example 1,200 or 1200.50; 0 where no rent is paid',
  ],
  'imports.why.area': ['请填写平方米数，例如 35.5', 'Give square metres, for example 35.5'],
  'imports.why.rent-without-space': [
    '填了租金，请写明租的是哪一处场地',
    'There is a rent: say of which space',
  ],
  'imports.why.rent-missing': [
    '请填写月租金；不收租金填 0 或“免”',
    'Give the monthly rent; 0 where none is paid',
  ],
  'imports.why.visit-kind': [
    '没有这种服务方式；请填写{kinds}',
    'There is no such kind of visit: give {kinds}',
  ],
  'imports.why.visit-day': ['请填写服务日期', 'Give the day of the visit'],
  'imports.why.visit-note': ['情况记录不能超过1000个字', 'Notes have at most 1,000 characters'],
  'imports.why.visit-by': [
    '请填写服务人员，不超过40个字',
    'Say who made the visit, in at most 40 characters',
  ],
  'imports.why.no-number': ['本园区没有编号为{number}的创业主体', 'There is no venture {number}'],
  'imports.why.no-name': [
    '本园区没有名为“{name}”的创业主体；请核对名称或填写编号，新登记的请写明创业者',
    'The park has no venture called {name}. Check the name or give its number; of a new one, name the founder',
  ],
  'imports.why.other-park': [
    '{number}登记在另一园区；如已转来，请先办理转园',
    '{number} is in another park: if it has come over, move it first',
  ],
  'imports.why.code-of-venture': [
    '该代码已登记在{number} {name}名下',
    'This is the code of {number} {name}',
  ],
  'imports.why.code-of-row': [
    '与第{row}行的代码相同，而名称不同',
    'Row {row} has this code, and another name',
  ],
  'imports.why.same-as-row': [
    '与第{row}行是同一家：{number}',
    'Row {row} is of the same venture, {number}',
  ],
  'imports.why.double-same': ['与{number} {name}同名', '{number} {name} has the same name'],
  'imports.why.double-suffix': [
    '与{number} {name}只差公司形式的写法',
    '{number} {name} differs by its legal suffix alone',
  ],
  'imports.why.double-place': [
    '与{number} {name}只差地名',
    '{number} {name} differs by the place before it alone',
  ],
  'imports.why.double-sound': ['与{number} {name}读音相同', '{number} {name} sounds the same'],
  'imports.why.double-phone': ['与{number} {name}电话相同', '{number} {name} has the same phone'],
  'imports.why.double-founder': [
    '与{number} {name}的创业者和电话相同',
    '{number} {name} has the same founder and phone',
  ],
  'imports.why.double-elsewhere': [
    '另一园区有同名的创业主体',
    'Another park has a venture of this name',
  ],
  'imports.why.double-row': [
    '可能与第{row}行“{name}”是同一家',
    'It may be the same as row {row}, {name}',
  ],
  'imports.why.person-name': [
    '与{number} {name}同名，手机号不同，可能是同一人',
    '{number} {name} has the same name and another phone, and may be the same person',
  ],
  'imports.why.person-sound': [
    '与{number} {name}手机号相同、姓名同音，可能是同一人',
    '{number} {name} has the same phone and a name that sounds the same, and may be the same person',
  ],
  'imports.why.person-row': [
    '与第{row}行的{name}同名，手机号不同，可能是同一人',
    '{name} of row {row} has the same name and another phone, and may be the same person',
  ],
  'imports.why.form': ['“{form}”是哪一种类型？请选择', 'Which legal form is “{form}”? Choose one'],
  'imports.why.no-form': [
    '没有写明类型，从名称也看不出来，请选择',
    'No legal form is given, and the name tells none. Choose one',
  ],
  'imports.why.no-space': ['本园区没有编号为{number}的场地', 'The park has no space {number}'],
  'imports.why.spaces-of-name': [
    '本园区名为“{space}”的场地有多处：{numbers}，请填写编号',
    'Several spaces of the park are called {space}: {numbers}. Give the number',
  ],
  'imports.why.space-area': [
    '本园区没有名为“{space}”的场地；写明面积即可新增',
    'The park has no space called {space}: state its area, and it is added',
  ],
  'imports.why.space-kind': [
    '“{space}”是新场地，请写明类型：{spaceKinds}',
    '{space} is a new space. Say what kind it is: {spaceKinds}',
  ],
  'imports.why.rent-source': ['请写明市场租金的来源', 'Say where the market rent was taken from'],
  'imports.why.space-not-yours': [
    '本园区没有名为“{space}”的场地，您也不能在本园区新增场地',
    'The park has no space called {space}, and you cannot add one to it',
  ],
  'imports.why.space-taken': [
    '同一名单中另有一行自 {from} 起租用该场地，至 {to} 止，面积不足',
    'Another row of the list takes the space from {from} to {to}, and there is no room for both',
  ],
  'imports.why.space-opens-later': [
    '“{space}”由第{row}行新增，{day}才启用；请把最早起租的一行排在前面',
    '{space} is added by row {row} and opens on {day}: put the row whose lease begins first above the others',
  ],
  'imports.why.space-of-refused': [
    '“{space}”应由第{row}行新增，而该行未通过；请一并改好后再导入',
    'Row {row}, which would have added {space}, was rejected: put both right and bring them in again',
  ],
  'imports.note.space-made': [
    '新增场地“{space}”：{spaceKind}，{squareMetres} ㎡，{village}，{day}起启用',
    'Adds the space {space}: {spaceKind}, {squareMetres} m², {village}, open from {day}',
  ],
  'imports.note.space-with-row': [
    '租用第{row}行新增的场地“{space}”',
    'Takes {space}, the space that row {row} adds',
  ],
  'imports.note.backlog-space': [
    '场地由第{row}行新增，会变动{month}起已锁定的月份：随该行申请补录',
    'its space is added by row {row}, which changes closed months from {month} on: comes in through the backlog with that row',
  ],
  'imports.note.space-of-row': [
    '{number}已由第{row}行租用，不订租约；合用的请在两行都写明面积',
    'No lease is made: row {row} takes {number}. If they share it, give the area of each',
  ],
  'imports.note.space-let': [
    '{number}届时由{venture}租用，不订租约',
    'No lease is made: {venture} has {number} on that day',
  ],
  'imports.why.settling-needed': ['请填写入驻日期', 'Give the day of settling'],
  'imports.why.has-left': [
    '该创业主体已出园；重新入驻请在其页面办理',
    'The venture has left: settle it again on its own page',
  ],
  'imports.why.not-settled': [
    '该创业主体已登记而未入驻；请在其页面办理入驻',
    'The venture was logged and not settled: settle it on its own page',
  ],
  'imports.why.other-founder': [
    '登记的创业者是{names}；人员变动请在创业主体页面办理',
    'Its founders on record are {names}: change people on the page of the venture',
  ],
  'imports.change': ['{before} 改为 {after}', '{before} becomes {after}'],
  'imports.change-form': ['从今天起改为{form}', 'Becomes {form} from today'],
  'imports.change-founder-phone': [
    '{name}的电话由 {before} 更正为 {after}',
    'The phone of {name} is corrected from {before} to {after}',
  ],
  'imports.note.backlog': [
    '会变动{month}起已锁定的月份：申请补录，市局同意后导入',
    'changes closed months from {month} on: comes in through the backlog, once the bureau has agreed',
  ],
  'imports.note.backlog-visit': [
    '{month}已锁定：申请补录，市局同意后登记',
    '{month} is closed: comes in through the backlog, once the bureau has agreed',
  ],
  'imports.backlog-asked': ['这份名单已申请补录', 'The backlog of this list was asked for already'],
  'imports.note.unsettled': ['未填写，只登记、不入驻', 'Not given: logged, not settled'],
  'imports.note.term': ['未填写，按一年计', 'Not given: a year is assumed'],
  'imports.note.industry': ['按名称暂定为{industry}', 'Taken to be {industry}, by its name'],
  'imports.note.settled': ['已于{day}入驻，不作改动', 'It settled on {day}, which stays'],
  'imports.note.rent': [
    '与在租租约的租金不同，不作改动；更正请到租约页面',
    'It is not the rent of the running lease, which stays: correct it on the page of the lease',
  ],
  'imports.note.lets': ['租用{space}', 'Takes {space}'],
  'imports.note.files': ['填报 {people} 人', 'Files {people} {people|person|people}'],
  'imports.note.headcount-filed': [
    '{month}月报已填 {filed} 人，不作改动；更正请到月报页面',
    'The return of {month} states {filed}, which stays: correct it on the page of the return',
  ],
  'imports.note.headcount-no-month': [
    '未说明人数是哪个月的，不填报',
    'Not filed: of which month it is was not said',
  ],
  'imports.note.headcount-later': [
    '{month}末尚未入驻，不填报',
    'Not filed: it was not there at the end of {month}',
  ],
  'imports.note.visit': ['登记{day}的{visitKind}', 'Logs: {visitKind}, {day}'],
  'imports.note.visit-kind': ['未填写，按上门走访登记', 'Not given: logged as a visit'],
  'imports.note.visit-logged': [
    '{day}的{visitKind}已登记过，不重复登记',
    'Logged already: {visitKind}, {day}',
  ],
  'imports.note.visit-of-row': [
    '与第{row}行是同一次服务，不重复登记',
    'Row {row} is of the same visit: it is logged once',
  ],
  'imports.note.headcount-closed': ['{month}已锁定，不填报', 'Not filed: {month} is closed'],
  'imports.note.headcount-handed-in': [
    '{month}月报已上报，不填报；请在月报里补充',
    'Not filed: the return of {month} has been submitted; correct it there',
  ],
  'imports.line.waiting': [
    '其中 {n} 行须经市局同意补录后才能导入',
    'of these, {n} {n|waits|wait} for the bureau to agree to a backlog',
  ],
  'imports.line.spaces': ['新增场地 {n} 处', '{n} {n|space|spaces} added'],
  'imports.rest.row': ['原表行号', 'Row in the list'],
  'imports.rest.outcome': ['结果', 'Outcome'],
  'imports.rest.why': ['原因', 'Reason'],
  'imports.rest.sheet': ['待处理', 'To be put right'],
  'imports.empty': ['表头下面没有创业主体', 'There is no venture under its headings'],
  'imports.moved': [
    '预演之后有记录发生了变化，已停止导入。请按新的预演结果重新确认',
    'Records have changed since this was shown, so it was stopped. Look at the plan as it is now',
  ],
  'history.kind.import-batch': ['批量导入', 'Import'],
  'history.import-batch.run': ['批量导入', 'List brought in'],
  'history.import-batch.taken-back': ['撤回批量导入', 'Import taken back'],
});
