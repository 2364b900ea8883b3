import { defineWords } from '../language/words.js';

export const identityWords = defineWords({
  'identities.kind': ['证件类型', 'Document'],
  'identities.kind.resident': [
    '居民身份证（含港澳台居民居住证）',
    'Resident identity card (also the residence permit for people from Hong Kong, Macao and Taiwan)',
  ],
  'identities.kind.passport': ['护照', 'Passport'],
  'identities.kind.hk-macao': [
    '港澳居民来往内地通行证',
    'Mainland travel permit for Hong Kong and Macao residents',
  ],
  'identities.kind.taiwan': [
    '台湾居民来往大陆通行证',
    'Mainland travel permit for Taiwan residents',
  ],
  'identities.kind.foreign-permanent': [
    '外国人永久居留身份证',
    'Permanent residence card of foreigners',
  ],
  'identities.number': ['证件号码', 'Number'],
  'identities.number.hint': [
    '按证件上的号码填写。没有居民身份证的，请在上面选择其他证件。',
    'As shown on the document. Without a resident identity card, choose another document above.',
  ],
  'identities.number.is-mobile': [
    '这看起来是手机号，请填写证件号码',
    'This looks like a mobile number: give the number of the document',
  ],
  'identities.number.is-day': [
    '这看起来是日期，请填写证件号码',
    'This looks like a date: give the number of the document',
  ],
  'identities.number.is-record': [
    '这看起来是本系统的编号，请填写证件号码',
    'This looks like a number of this system: give the number of the document',
  ],
  'identities.number.is-rounded': [
    '号码被表格软件按数值改写，后几位已丢失。请把单元格设为文本，重新填写',
    'The spreadsheet took it for a figure and lost its last digits. Set the cell to text and type it again',
  ],
  'identities.number.no-kind': [
    '看不出是哪种证件的号码；护照、台胞证请在“证件类型”一列写明',
    'It is no number of a document by its form; for a passport or a permit of Taiwan, name it in the column Document',
  ],
  'identities.number.old': [
    '这是 15 位的旧号码，已停止使用，请填写 18 位号码',
    'This is an old number of 15 digits, which is no longer valid: give the one of 18',
  ],
  'identities.number.citizen': [
    '居民身份证号码应为 18 位：前 17 位是数字，最后一位是数字或 X',
    'The number has 18 characters: 17 digits, and a last one that is a digit or X',
  ],
  'identities.number.region': [
    '号码开头两位不是有效的地区代码，请核对',
    'The first two digits are no region’s code: check the number',
  ],
  'identities.number.birth': [
    '号码第 7 至 14 位不是有效的出生日期，请核对',
    'Digits 7 to 14 are no possible date of birth: check the number',
  ],
  'identities.number.young': [
    '号码中的出生日期未满 16 周岁，请核对',
    'By this number the person is not yet 16: check it',
  ],
  'identities.number.check': [
    '号码的最后一位（校验码）与前 17 位不符，请逐位核对是否有数字填错或颠倒',
    'The last character does not fit the 17 before it: look for a digit that is wrong or two that are swapped',
  ],
  'identities.number.passport': [
    '护照号码应为 6 至 15 位字母和数字',
    'A passport’s number has 6 to 15 letters and digits',
  ],
  'identities.number.hk-macao': [
    '通行证号码应为 H 或 M 加 8 位数字（旧证为 10 位数字）',
    'The permit’s number is H or M with 8 digits after it (10 on an old one)',
  ],
  'identities.number.taiwan': [
    '通行证号码应为 8 位数字（旧证为 10 位数字，后面可以有一个字母）',
    'The permit’s number has 8 digits (on an old one 10, with a letter after them or not)',
  ],
  'identities.number.foreign': [
    '号码应为 9 开头的 18 位，或旧证的 3 位字母加 12 位数字',
    'The number has 18 characters and begins with 9, or 3 letters and 12 digits on an old card',
  ],
  'identities.enter.title': ['登记证件号码', 'Enter the identity document'],
  'identities.enter.lead': [
    '号码加密保存，页面上只显示首尾各一位。',
    'The number is kept encrypted; pages show only its first and last character.',
  ],
  'identities.enter.submit': ['保存', 'Save'],
  'identities.show.title': ['查看完整证件号码', 'See the whole number'],
  'identities.show.lead': [
    '请填写查看事由。查看人、时间和事由都会记录，本人可以看到。',
    'Say why. Who looks, when and why is recorded, and the person can read it.',
  ],
  'identities.show.reason': ['查看事由', 'Reason'],
  'identities.show.reason-hint': [
    '例如：核对纸质申请表上的号码',
    'For example: comparing it with the application on paper',
  ],
  'identities.show.submit': ['查看号码', 'Show the number'],
  'identities.shown.back': ['返回', 'Go back'],
  'identities.shown.lead': [
    '本次查看已记录。离开本页后需要重新填写事由。',
    'This was recorded. Once you leave the page, you give a reason again.',
  ],
  'identities.certificate.category': ['创业者类别', 'Founder category'],
  'identities.certificate.number': ['类别证件编号', 'Number of the certificate'],
  'identities.certificate.none': ['未登记', 'Not entered'],
  'identities.certificate.enter': ['登记类别证件编号', 'Enter the number of the certificate'],
  'identities.certificate.change': ['更改', 'Change'],
  'identities.certificate.enter-short': ['登记', 'Enter'],
  'identities.certificate.remove': ['删除类别证件编号', 'Delete the number of the certificate'],
  'identities.certificate.remove-short': ['删除', 'Delete'],
  'identities.certificate.remove-lead': [
    '编号删除后无法恢复。已作出决定的事项所需的编号，随该事项的档案保存，不能删除。',
    'A number that is deleted cannot be brought back. What a decided case needs stays with its file, and cannot be deleted.',
  ],
  'identities.certificate.show-title': ['查看完整编号', 'See the whole number'],
  'identities.certificate.show-short': ['查看完整编号', 'See the whole number'],
  'identities.certificate.hint': [
    '按证件上的编号填写，字母、数字和汉字都可以',
    'As it stands on the certificate',
  ],
  'identities.certificate.hint-disabled': [
    '残疾人证上的 20 位证号：18 位公民身份号码，加残疾类别和等级各一位；换领过的，末尾还有 B 和一位数字',
    'The 20 characters of the card: the citizen’s number of 18, the kind and the grade; B and a digit after them on a replaced card',
  ],
  'identities.certificate.form': [
    '证件编号应为 4 至 40 位，含有数字，请按证件填写',
    'The number has 4 to 40 characters, with digits among them: type it as it stands on the certificate',
  ],
  'identities.certificate.disabled': [
    '残疾人证号应为 20 位：18 位公民身份号码，加残疾类别（1 至 7）和等级（1 至 4）',
    'The number of the card has 20 characters: the citizen’s number of 18, the kind (1 to 7) and the grade (1 to 4)',
  ],
  'identities.certificate.anothers': [
    '证号前 18 位与本人登记的身份证号码不同，请核对是否本人的证件',
    'Its first 18 characters are not the identity number that is entered: check whose card it is',
  ],
  'identities.certificate.no-category': [
    '本人没有这一创业者类别，请先登记类别',
    'The person does not have this category: enter the category first',
  ],
  'identities.certificate.needed': ['已作出决定的事项 {number} 需要', 'Needed by case {number}'],
  'identities.search.title': ['按证件号码查找人员', 'Find people by the number of a document'],
  'identities.search.lead': [
    '填写完整的身份证件号码或类别证件编号。号码不会出现在网址和日志中。',
    'Give the whole number of an identity document or a certificate. It stands in no address and no log.',
  ],
  'identities.search.number': ['完整号码', 'Whole number'],
  'identities.search.submit': ['查找', 'Find'],
  'identities.search.own-document': ['身份证件', 'Identity document'],
  'identities.search.none': [
    '您可以查看的人员中，没有人登记过这个号码',
    'Nobody whose number you may see has this one',
  ],
  'identities.search.link': ['按证件号码查找人员', 'Find people by the number of a document'],
  'identities.gone': [
    '证件号码已被删除：同意已撤回，或者尚未登记。',
    'There is no number any more: the consent was withdrawn, or none was entered.',
  ],
  'identities.consent.purpose.identity': ['收集和使用证件号码', 'Keeping an identity number'],
  'identities.consent.purpose.proof': ['收集和使用证明材料', 'Keeping proof'],
  'identities.consent.who': ['由谁收集', 'Who collects it'],
  'identities.consent.what': ['收集什么', 'What is collected'],
  'identities.consent.why': ['用来做什么', 'What for'],
  'identities.consent.rule': ['依据', 'Which rule'],
  'identities.consent.howLong': ['保存多久', 'How long it is kept'],
  'identities.consent.refusing': ['不同意会怎样', 'If you do not agree'],
  'identities.consent.withdrawing': ['怎样撤回', 'How to withdraw'],
  'identities.consent.version': ['告知书第 {version} 版', 'Notice, version {version}'],
  'identities.consent.lead.self': [
    '请先阅读以下告知事项。是否同意由您自行决定。',
    'Read this first. Whether you agree is up to you.',
  ],
  'identities.consent.lead.paper': [
    '请将以下告知事项交本人阅读。本人签署书面同意后，在此登记；书面同意由园区留存。',
    'Let the person read this. Record it here once the person has signed on paper; the park keeps the paper.',
  ],
  'identities.consent.tick.self': [
    '我已阅读以上告知事项，并单独同意收集和使用上述信息。',
    'I have read this, and agree separately to the collection and use of this information.',
  ],
  'identities.consent.tick.paper': [
    '本人已阅读以上告知事项，并签署了书面同意。',
    'The person has read this and has signed a consent on paper.',
  ],
  'identities.consent.tick-missing': ['同意的，请勾选此项', 'Tick this box to agree'],
  'identities.consent.give.self': ['同意', 'I agree'],
  'identities.consent.give.paper': ['登记书面同意', 'Record the consent'],
  'identities.consent.withdraw.title': ['撤回同意', 'Withdraw the consent'],
  'identities.consent.withdraw.lead.identity': [
    '撤回后，证件号码将从系统中删除，无法恢复。撤回前已作出的决定不受影响。',
    'The number is deleted and cannot be brought back. Decisions made before stay as they are.',
  ],
  'identities.consent.withdraw.lead.proof': [
    '撤回后，全部证明材料将从系统中删除，无法恢复。撤回前已作出的决定不受影响。',
    'All files of proof are deleted and cannot be brought back. Decisions made before stay as they are.',
  ],
  'identities.consent.withdraw.kept': [
    '已作出决定的事项所需的部分，随该事项的档案保存。',
    'What a decided case needs stays with that case’s file.',
  ],
  'identities.consent.withdraw.submit': ['撤回并删除', 'Withdraw and delete'],
  'identities.consent.basis.self': ['本人同意', 'By the person'],
  'identities.consent.basis.paper': ['书面同意', 'On paper'],
  'identities.consent.newer-text': [
    '告知书刚刚更新，请重新阅读后再决定。',
    'The notice has just been renewed. Read it again before you decide.',
  ],
  'identities.consent.stands': ['同意已经登记过。', 'This consent has been given already.'],
  'identities.consent.not-standing': [
    '没有可以撤回的同意：它已被撤回，或者从未登记。',
    'There is no consent to withdraw: it was withdrawn already, or never given.',
  ],
  'identities.consent.missing.identity': [
    '登记证件号码之前，须先取得本人对收集证件号码的单独同意。',
    'Before a number is entered, the person must have agreed to that separately.',
  ],
  'identities.consent.missing.proof': [
    '上传证明材料之前，须先取得本人对收集证明材料的单独同意。',
    'Before proof is uploaded, the person must have agreed to that separately.',
  ],
});
