import { defineWords } from '../language/words.js';

export const proofWords = defineWords({
  'history.proof.opened': ['打开证明材料', 'Proof opened'],
  'proofs.item': ['材料类别', 'What it proves'],
  'proofs.item.identity-document': ['身份证件', 'Identity document'],
  'proofs.item.social-insurance': ['社会保险凭证', 'Social insurance record'],
  'proofs.item.lease': ['租赁合同', 'Lease'],
  'proofs.item.rent-receipt': ['租金支付凭证', 'Rent receipt'],
  'proofs.item.category': ['创业者类别证明', 'Proof of a founder category'],
  'proofs.item.incubation-agreement': ['入驻孵化协议', 'Incubation agreement'],
  'proofs.item.application-form': ['申请表', 'Application form'],
  'proofs.item.other': ['其他材料', 'Other'],
  'proofs.file': ['文件', 'File'],
  'proofs.file.hint': [
    'PDF、JPEG、PNG、HEIC 或 OFD，不超过 10 MB，不要加密。手机拍照即可，内容须清晰完整。',
    'PDF, JPEG, PNG, HEIC or OFD, at most 10 MB and not encrypted. A picture taken with a phone will do, if all of it can be read.',
  ],
  'proofs.file.empty': [
    '这个文件是空的，没有任何内容。请确认文件能够打开，再重新选择',
    'The file is empty. Make sure that it opens, then choose it again',
  ],
  'proofs.file.too-large': [
    '文件超过 10 MB。请降低照片的分辨率，或者分成几个文件上传',
    'The file is over 10 MB. Take the picture at a lower resolution, or send it in parts',
  ],
  'proofs.file.unknown': [
    '文件内容不是 PDF、JPEG、PNG 或 OFD。它可能已经损坏，或者只是改了文件名',
    'Its content is no PDF, JPEG, PNG or OFD. It may be damaged, or only its name was changed',
  ],
  'proofs.file.kind': [
    '文件内容是 {found} 格式，只接收 PDF、JPEG、PNG 和 OFD。请转换后再上传',
    'Its content is {found}, and only PDF, JPEG, PNG and OFD are taken. Convert it first',
  ],
  'proofs.file.lies': [
    '文件名以 .{ending} 结尾，内容却是 {kind}。请改正文件名，或者重新导出后再上传',
    'Its name ends in .{ending}, but its content is {kind}. Correct the name, or export it again',
  ],
  'proofs.file.no-ending': [
    '文件名没有后缀，内容是 {kind}。请补上后缀后再上传',
    'Its name has no ending, and its content is {kind}. Add the ending',
  ],
  'proofs.file.broken': [
    '这个 {kind} 文件已损坏或不完整，无法打开。请重新扫描或导出',
    'This {kind} is damaged or not whole and cannot be opened. Scan or export it again',
  ],
  'proofs.file.encrypted': [
    '这个 {kind} 文件设有密码或加密，审核人员无法打开。请去掉密码后再上传',
    'This {kind} has a password or is encrypted, so no reviewer can open it. Remove the password',
  ],
  'proofs.file.double': [
    '这个 {kind} 文件中夹带了其他内容，不能接收。请重新扫描或导出',
    'This {kind} carries something else inside it, which is not taken. Scan or export it again',
  ],
  'proofs.file.not-ofd': [
    '这是一个压缩包，不是 OFD 文件。请解压后逐个上传其中的材料',
    'This is a zip archive and no OFD. Unpack it and upload what is in it one by one',
  ],
  'proofs.file.heic': [
    '这张 HEIC 照片无法打开：已损坏，或者像素过多。请在手机上转换成 JPEG，或者截屏后上传截图',
    'This HEIC picture cannot be opened: it is damaged, or has too many pixels. Convert it to JPEG on the phone, or send a screenshot of it',
  ],
  'proofs.file.heic-lies': [
    '文件内容是 HEIC 照片，文件名却不以 .heic 结尾。请改正文件名，或者转换成 JPEG 后再上传',
    'Its content is a HEIC picture, and its name does not end in .heic. Correct the name, or convert it to JPEG',
  ],
  'proofs.file.same': [
    '这个文件已经上传过，不必重复提交',
    'This file is here already and need not be sent twice',
  ],
  'proofs.file.too-many': [
    '最多保存 {n} 个文件，请先删除不再需要的材料',
    'At most {n} {n|file is|files are} kept. Remove what is no longer needed',
  ],
  'proofs.add.title': ['上传证明材料', 'Upload proof'],
  'proofs.add.lead': [
    '文件加密保存，以后再申请时可以直接使用，不必重复提交。',
    'The file is kept encrypted, and later applications use it again.',
  ],
  'proofs.add.submit': ['上传', 'Upload'],
  'proofs.remove.title': ['删除证明材料', 'Remove proof'],
  'proofs.remove.lead': ['删除后无法恢复。', 'It cannot be brought back.'],
  'proofs.remove.submit': ['删除', 'Remove'],
  'proofs.removed-already': ['这份材料已经删除。', 'This file was removed already.'],
  'proofs.needed': [
    '已作出决定的事项 {number} 需要这份材料，不能删除。',
    'The decided case {number} needs this file: it cannot be removed.',
  ],
});
