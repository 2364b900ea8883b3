import type { Wording } from '../language/words.js';
import type { Purpose } from './kinds.js';

/** Everything that must be said before somebody agrees (个人信息保护法 第十七条、第三十条), in this order. */
export const consentItems = [
  'who',
  'what',
  'why',
  'rule',
  'howLong',
  'refusing',
  'withdrawing',
] as const;
export type ConsentItem = (typeof consentItems)[number];
export type ConsentText = { version: number } & Record<ConsentItem, Wording>;

const who: Wording = [
  '舟山市人力资源和社会保障局，由您所在的创业园区代为收取和录入。',
  'The Zhoushan Human Resources and Social Security Bureau; the park that you are in takes and enters it on the bureau’s behalf.',
];
const rule: Wording = [
  '《中华人民共和国个人信息保护法》第二十八条、第二十九条（敏感个人信息须取得单独同意）；创业扶持政策依据浙政办发〔2023〕53号。',
  'Articles 28 and 29 of the Personal Information Protection Law of China (sensitive information needs a consent of its own); the support for founders rests on the provincial notice 53 of 2023.',
];
/** Leaving was called 离园 in the first version. */
const howLongWith = (leaving: '离园' | '出园'): Wording => [
  `保存至您撤回同意，或者您参与的创业主体全部${leaving}满三年，届时由系统删除。已作出决定的事项所需的部分，随该事项的档案保存。`,
  'Until you withdraw your consent, or three years after the last venture you are part of has left its park; the system then deletes it. What a decided case needs stays with that case’s file.',
];

type OwnText = Omit<ConsentText, 'version' | 'who' | 'rule' | 'howLong'>;

const identity: OwnText = {
  what: [
    '您的证件类型和证件号码。号码加密保存，页面上只显示首尾各一位；工作人员查看完整号码须填写事由，每次查看都有记录，您可以看到这些记录。',
    'The kind and the number of your document. The number is kept encrypted, and pages show only its first and last character. Staff give a reason to see all of it; every time is recorded, and you can read those records.',
  ],
  why: [
    '核实您的身份，并确认同一人没有在其他园区重复享受同一项政策。',
    'To check who you are, and that nobody receives the same benefit twice in different parks.',
  ],
  refusing: [
    '不影响入驻园区。需要核实身份的扶持政策将无法办理。',
    'You can still be in a park. Benefits that depend on knowing who you are cannot be granted.',
  ],
  withdrawing: [
    '可以随时在“我的资料”页面撤回，也可以请所在园区代为撤回。撤回后证件号码即予删除；撤回前已作出的决定不受影响。',
    'At any time, on the page “My details” or through your park. The number is then deleted. Decisions made before stay as they are.',
  ],
};

const proof: OwnText = {
  what: [
    '您上传或交由园区上传的证明材料，例如证件照片、租赁合同、租金凭证、类别证明。文件加密保存，仅供有管辖权的工作人员查看，每次查看都有记录。',
    'The files of proof that you upload, or hand to your park to upload: pictures of documents, leases, receipts, proof of a category. They are kept encrypted, can be opened only by staff responsible for you, and every opening is recorded.',
  ],
  why: [
    '审核您是否符合扶持政策的条件；以后再申请时可以直接使用，不必重复提交。',
    'To check whether you meet the conditions of a benefit; later applications use them again, so that you need not send them twice.',
  ],
  refusing: [
    '不影响入驻园区。需要证明材料的扶持政策将无法办理。',
    'You can still be in a park. Benefits that need proof cannot be granted.',
  ],
  withdrawing: [
    '可以随时在“我的资料”页面撤回，也可以请所在园区代为撤回。撤回后文件即予删除；撤回前已作出的决定不受影响。',
    'At any time, on the page “My details” or through your park. The files are then deleted. Decisions made before stay as they are.',
  ],
};

const versionsOf = (text: OwnText): ConsentText[] => [
  { version: 1, who, rule, howLong: howLongWith('离园'), ...text },
  { version: 2, who, rule, howLong: howLongWith('出园'), ...text },
];

/**
 * Each text as it was shown, by version. A version that somebody may have agreed to never changes: a new
 * wording is a new version after it, and the newest is the one that is shown.
 */
export const consentTexts: Record<Purpose, ConsentText[]> = {
  identity: versionsOf(identity),
  proof: versionsOf(proof),
};

/** The text that is shown today. */
export function newestText(purpose: Purpose): ConsentText {
  const text = consentTexts[purpose].at(-1);
  if (!text) throw new Error(`there is no text for ${purpose}`);
  return text;
}
