import { defineWords } from '../../language/words.js';

/** Filling in an application. */
export const waiverApplyWords = defineWords({
  'waivers.new': ['申请免租', 'Apply for a waiver'],
  'waivers.new.lead': [
    '先选定政策和创业主体，之后可以随时保存、下次继续。',
    'Choose the policy and the venture. You can stop at any time and go on later.',
  ],
  'waivers.new.behalf-lead': [
    '由园区代创业者填写：填写后由创业者本人登录确认提交，或者上传本人签字的申请表后由园区提交。',
    'You fill it in for a founder, who then signs in and submits it; or you submit it with the form that the founder has signed.',
  ],
  'waivers.new.policy': ['申请哪项政策', 'Which policy'],
  'waivers.new.venture': ['以哪家创业主体申请', 'For which venture'],
  'waivers.new.person': ['代谁申请', 'For whom'],
  'waivers.new.start': ['开始填写', 'Begin'],
  'waivers.new.prefilled': [
    '自测时的回答将自动带入，提交前可以修改。',
    'What you answered in the check is filled in; you can change it before you submit.',
  ],
  'waivers.new.renewing': [
    '续期申请：内容按 {number} 带入，从{from}起，最多 {n} 个月。',
    'To go on with {number}: filled in as there, from {from} on, for up to {n} {n|month|months}.',
  ],
  'waivers.new.open': [
    '这家创业主体已有一件同一政策的申请 {number} 正在办理，不必重复申请。',
    'This venture has an application under that policy already: {number}.',
  ],
  'waivers.new.open-link': ['查看这件申请', 'Go to it'],
  'waivers.new.no-founder': [
    '这家创业主体还没有登记创业者，请先在创业主体页面登记。',
    'No founder of this venture is entered yet: enter one on its page first.',
  ],
  'waivers.tasks.lead': [
    '按顺序逐项完成即可。每项点“保存并继续”后即存入系统，可以离开，下次接着填。',
    'Go through the tasks. Each is kept when you press “Save and continue”, so that you can stop and go on later.',
  ],
  'waivers.tasks.done-of': ['已完成 {n} 项，共 {of} 项', '{n} of {of} done'],
  'waivers.tasks.you': ['个人信息', 'About you'],
  'waivers.tasks.application': ['申请信息', 'The application'],
  'waivers.tasks.proof': ['证明材料', 'Proof'],
  'waivers.tasks.submit': ['核对提交', 'Check and submit'],
  'waivers.tasks.consent-identity': [
    '阅读个人信息告知并同意',
    'Read how your identity is kept, and agree',
  ],
  'waivers.tasks.consent-proof': [
    '阅读证明材料告知并同意',
    'Read how your proof is kept, and agree',
  ],
  'waivers.tasks.identity': ['登记证件号码', 'Enter your identity document'],
  'waivers.tasks.signed-form': [
    '上传申请人签字的申请表（由园区提交时需要）',
    'Upload the form that the founder has signed (if the park submits it)',
  ],
  'waivers.tasks.proof-later': [
    '填完申请信息后列出需要的材料',
    'What is needed is listed once the application is filled in',
  ],
  'waivers.tasks.no-proof': ['这项政策不要求材料', 'This policy asks for no proof'],
  'waivers.tasks.check': ['核对并提交', 'Check and submit'],
  'waivers.tasks.done': ['已完成', 'Done'],
  'waivers.tasks.not-started': ['未开始', 'Not started'],
  'waivers.tasks.cannot-start': ['暂不能办理', 'Cannot start yet'],
  'waivers.tasks.optional': ['可选', 'Optional'],
  'waivers.tasks.give-up': ['不申请了', 'Give up this application'],
  'waivers.tasks.behalf': [
    '这件申请由园区代您填写。请逐项核对，确认无误后提交。',
    'Your park has filled this in for you. Check it, and submit it if it is right.',
  ],
  'waivers.tasks.behalf-park': [
    '您正在代 {name} 填写。填写后请本人登录确认提交；本人不便登录的，上传本人签字的申请表后由园区提交。',
    'You are filling this in for {name}. The founder signs in and submits it; or you upload the signed form and submit it yourself.',
  ],
  'waivers.version.replaced': [
    '您填写期间政策更新为第 {n} 版（{day}起施行）。请改按新版继续，已填内容保留。',
    'The policy was replaced by version {n} on {day}. Go on under it: what you have filled in is kept.',
  ],
  'waivers.version.adopt': ['按新版继续', 'Continue under the new version'],
  'waivers.version.ended': ['这项政策已停止施行', 'This policy has ended'],
  'waivers.version.ended-text': [
    '《{name}》已于{day}失效，没有后续版本，这件申请无法再提交。您填写的内容仍保留在此；可以看看其他政策，或向园区咨询。',
    '“{name}” ended on {day} with none to follow it, so this application can no longer be submitted. What you have entered is still here. Look at the other policies, or ask your park.',
  ],
  'waivers.version.others': ['查看现行政策', 'The policies in force'],
  'waivers.question.step': ['{number} · 申请信息', '{number} · the application'],
  'waivers.question.save': ['保存并继续', 'Save and continue'],
  'waivers.question.back': ['返回', 'Back'],
  'waivers.proof.attached': ['已上传', 'Attached'],
  'waivers.proof.detach': ['移除', 'Take off'],
  'waivers.proof.detach-text': [
    '从这一项材料中移除“{name}”？文件仍保存，可以再选用。',
    'Take “{name}” off this item? The file is kept, and can be used again.',
  ],
  'waivers.proof.upload': ['上传文件', 'Upload a file'],
  'waivers.proof.kept': ['使用以前上传的文件', 'Use a file that you sent before'],
  'waivers.proof.kept-choose': ['选择文件', 'File'],
  'waivers.proof.kept-blank': ['请选择', 'Choose'],
  'waivers.proof.kept-use': ['使用这个文件', 'Use it'],
  'waivers.proof.go-on': ['完成，继续', 'Done, continue'],
  'waivers.proof.option': ['{name}（{item}，{day}）', '{name} ({item}, {day})'],
  'waivers.signed-form': ['申请人签字的申请表', 'The form that the founder has signed'],
  'waivers.check.title': ['核对并提交', 'Check and submit'],
  'waivers.check.lead': [
    '请逐项核对，有误的点“修改”。',
    'Check each line, and change what is not right.',
  ],
  'waivers.check.missing': ['还有内容没有完成', 'Something is still missing'],
  'waivers.check.answers': ['申请信息', 'The application'],
  'waivers.check.you': ['个人信息', 'About you'],
  'waivers.check.proof': ['证明材料', 'Proof'],
  'waivers.check.none': ['未填写', 'Not answered'],
  'waivers.check.no-file': ['未上传', 'Nothing attached'],
  'waivers.check.identity': ['证件号码', 'Identity document'],
  'waivers.check.outcome': ['按填写内容测算', 'What it comes to'],
  'waivers.check.eligible': ['符合条件，合计 {yuan} 元', 'Eligible: {yuan} yuan in all'],
  'waivers.check.not-eligible': ['按填写内容暂不符合条件', 'Not eligible by what you have entered'],
  'waivers.check.nothing-due': [
    '您现在不付租金，没有可减免的金额',
    'You pay no rent at present: there is nothing to waive',
  ],
  'waivers.check.nothing-due-text': [
    '现在不用申请。租约开始收租金后再提交，按下列标准减免或补贴：',
    'There is no need to apply now. Do so when rent becomes due; this is what is given then:',
  ],
  'waivers.check.not-eligible-text': [
    '仍然可以提交，由工作人员审核决定。建议先看看差在哪里：',
    'You may submit it all the same, and it will be reviewed. This is what is missing:',
  ],
  'waivers.check.declaration': ['声明', 'Declaration'],
  'waivers.check.declares': [
    '我确认以上内容和材料真实、完整。如有虚假，愿意退回已减免的租金并承担相应责任。',
    'All of this is true and complete. If it is not, I shall pay back what was waived and answer for it.',
  ],
  'waivers.check.declares-paper': [
    '申请人已在签字的申请表上确认以上内容和材料真实、完整。',
    'The applicant has confirmed on the signed form that all of this is true and complete.',
  ],
  'waivers.check.submit': ['提交申请', 'Submit the application'],
  'waivers.check.resubmit': ['重新提交', 'Submit it again'],
  'waivers.check.meanwhile': [
    '这件申请刚刚在别处修改过，以下是最新内容，请重新核对后提交。',
    'It was changed elsewhere just now. This is how it stands: check it again and submit it.',
  ],
  'waivers.sent.title': ['申请已提交', 'Your application was submitted'],
  'waivers.sent.number': ['申请编号', 'Number'],
  'waivers.sent.keep': [
    '请记下编号。凭编号和手机号后四位，不登录也能查询进度。',
    'Keep the number: with it and the last four digits of the phone the case can be followed without signing in.',
  ],
  'waivers.sent.next': ['接下来', 'What happens next'],
  'waivers.sent.accept': [
    '园区 {n} 个工作日内受理；材料不齐的一次告知补正',
    'The park accepts it within {n} working {n|day|days}, or names at once all that is missing',
  ],
  'waivers.sent.accept-by': [
    '园区在{day}前受理；材料不齐的一次告知补正',
    'The park accepts it by {day}, or names at once all that is missing',
  ],
  'waivers.sent.review': [
    '园区初审、县区复审、市人社局认定',
    'The park and the county review it, and the bureau decides',
  ],
  'waivers.sent.determine': [
    '自提交起 {n} 个工作日内作出决定',
    'It is decided within {n} working {n|day|days}',
  ],
  'waivers.sent.determine-by': [
    '最迟{day}作出决定（您补正的时间不计入）',
    'A decision is due by {day}; days in which you are correcting it are not counted',
  ],
  'waivers.sent.notice': [
    '拟批准的公示 {n} 个工作日，无异议后免租生效',
    'What is to be granted is on public notice for {n} working {n|day|days}, and then takes effect',
  ],
  'waivers.sent.told': [
    '每有进展都会发消息告诉您，也可以随时在“我的申请”中查看。',
    'You are told of each step, and can look it up under “My applications” at any time.',
  ],
  'waivers.sent.to-case': ['查看办理进度', 'Follow the case'],
});
