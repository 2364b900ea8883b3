import { defineWords } from '../language/words.js';

/** Words of what proves a headcount: grades, and the files that they follow from. */
export const returnProofWords = defineWords({
  'returns.grade': ['证据等级', 'Grade of evidence'],
  'returns.grade.is': ['等级：{grade}', 'Grade: {grade}'],
  'returns.grade.needs.roster': [
    '所填为“花名册”，该月没有花名册，按“自行申报”计；上传后等级随之更新。',
    'It states a roster, and there is none of this month: it counts as self-reported until one is uploaded.',
  ],
  'returns.grade.needs.match': [
    '花名册 {roster} 人，填报 {now} 人，不一致，不能据以定为“花名册”。',
    'The roster has {roster} {roster|person|people} and {now} {now|was|were} filed: they have to be the same for this grade.',
  ],
  'returns.grade.needs.contract': [
    '所填为“劳动合同”，未附劳动合同；附上后等级随之更新。',
    'It states contracts, and none are attached; the grade follows once they are.',
  ],
  'returns.grade.needs.social-insurance': [
    '所填为“社保记录”，未附参保证明；附上后等级随之更新。',
    'It states social insurance, and no certificate is attached; the grade follows once one is.',
  ],
  'returns.grade.needs.more': [
    '所附材料证明 {people} 人，填报 {now} 人，不足以定为所填等级。',
    'What is attached proves {people} {people|person|people} and {now} {now|was|were} filed: too few for the grade stated.',
  ],
  'returns.proof.title': ['{month}佐证材料', 'What proves the headcount of {month}'],
  'returns.proof.lead': [
    '证据等级由所附材料和花名册决定，不由所填核实方式决定：参保证明、劳动合同须覆盖填报的全部人数，花名册人数须与填报人数一致。',
    'The grade follows from what is attached and from the roster, and not from what was chosen: certificates and contracts have to cover everybody who was filed, and a roster has to have just as many people.',
  ],
  'returns.proof.link': ['佐证材料', 'What proves it'],
  'returns.proof.attached': ['已附材料', 'Attached'],
  'returns.proof.none': ['没有附材料。', 'Nothing is attached.'],
  'returns.proof.kind': ['材料种类', 'What it is'],
  'returns.proof.kind.contract': ['劳动合同', 'Labour contracts'],
  'returns.proof.kind.social-insurance': ['参保证明', 'Social insurance certificate'],
  'returns.proof.people': ['证明人数', 'People it proves'],
  'returns.proof.people-range': [
    '请填写 1 至 {most} 之间的整数',
    'Give a whole number from 1 to {most}',
  ],
  'returns.proof.people-hint': [
    '材料上该月末在岗的人数，不含创业者本人。',
    'Those in it who were employed at the month’s end, founders not counted.',
  ],
  'returns.proof.file': ['文件', 'File'],
  'returns.proof.sealed': ['（加密保存，仅审核人员可以查看）', '(sealed; only reviewers open it)'],
  'returns.proof.deleted': ['（已到期删除）', '(deleted after its time)'],
  'returns.proof.at': ['附上时间', 'Attached at'],
  'returns.proof.add': ['附上材料', 'Attach a file'],
  'returns.proof.submit': ['附上', 'Attach'],
  'returns.proof.consent': [
    '材料中的人员均已被告知材料用于核对就业人数',
    'Everyone named in it was told that it is used to check the headcount',
  ],
  'returns.proof.consent-needed': [
    '未告知本人的，不能上传',
    'Without their being told it cannot be uploaded',
  ],
  'returns.proof.kept': [
    '文件加密保存，每次查看都有记录；保存至{day}，到期自动删除，等级保留。',
    'The file is sealed, and whoever opens it is recorded. It is kept until {day} and then deleted; the grade stays.',
  ],
  'returns.proof.expired': [
    '该月材料的保存期限已过（{day}），不能再上传',
    'Files of that month were kept until {day}: none is taken any more',
  ],
  'returns.proof.same': ['该月已附过这份文件', 'This file is attached to the month already'],
  'returns.proof.many': ['每月最多附 {n} 份', 'At most {n} {n|file|files} a month'],
  'returns.proof.remove': ['移除', 'Remove'],
  'returns.proof.remove.title': ['移除佐证材料', 'Remove a proof'],
  'returns.proof.remove.lead': [
    '移除后证据等级随之更新；月报已审核的，会通知审核人。',
    'The grade follows. Where the return was approved, whoever approved it is told.',
  ],
  'returns.proof.remove.reason': ['移除原因', 'Why it is removed'],
  'returns.proof.remove.submit': ['移除', 'Remove it'],
  'returns.message.grade.subject': [
    '已审核月报的证据等级降低',
    'The grade of an approved return became weaker',
  ],
  'returns.message.grade.body': [
    '{park}{month}月报审核后，{venture}的证据等级由“{before}”变为“{now}”。{reason}',
    'After the return of {park} for {month} was approved, the grade of {venture} went from “{before}” to “{now}”. {reason}',
  ],
});
