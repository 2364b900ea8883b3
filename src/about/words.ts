import { defineWords } from '../language/words.js';

/** What the pages say that are about the site itself: help, privacy, accessibility, contact. */
export const aboutWords = defineWords({
  'about.help': ['使用帮助', 'Help'],
  'about.help.lead': [
    '从看中一处场地到拿到决定，按顺序是这几步。',
    'From choosing a space to the decision, step by step.',
  ],
  'about.help.space': ['看场地', 'Look at spaces'],
  'about.help.space-text': [
    '“空置场地”列出各园区可以租用的场地，写明面积、位置、市场租金，以及按现行政策每月还需支付多少。无需登录。',
    '“Free spaces” lists what the parks have to let: area, place, market rent, and what would remain to be paid each month under the policies in force. No account is needed.',
  ],
  'about.help.check': ['自测', 'Check'],
  'about.help.check-text': [
    '“政策自测”按您的情况测算哪些政策可以申请、每月减免或补贴多少、还需支付多少。可以从一处场地开始，也可以还没有场地。不知道的可以不填。',
    '“Policy check” finds which policies you can apply for, what each gives a month and what remains. Begin from a space or without one; leave out what you do not know.',
  ],
  'about.help.settle': ['入驻', 'Settle'],
  'about.help.settle-text': [
    '打电话给场地所在园区，约定看场地、签入驻协议和租约。园区登记后，您的创业主体才能提出申请。',
    'Call the park of the space, see it, and sign the agreement and the lease. Once the park has entered them, the venture can apply.',
  ],
  'about.help.apply': ['注册和申请', 'Register and apply'],
  'about.help.apply-text': [
    '用手机号注册后在线申请，也可以请园区代为办理。每一步保存后，退出再登录可以接着填写。',
    'Register with your phone and apply here, or let the park apply for you. Each page is kept when you save it, so that you can go on later.',
  ],
  'about.help.track': ['查进度', 'Follow it'],
  'about.help.track-text': [
    '凭申请编号和手机号后四位查询办理进度，无需登录。认定通过的申请先公示，公示无异议后决定生效。',
    'With the number of the case and the last four digits of the phone, without an account. A case that was approved is on public notice before it takes effect.',
  ],
  'about.help.stuck': ['遇到问题', 'If something is in the way'],
  'about.help.stuck-text': [
    '收不到验证码、姓名登记有误或材料上传不了的，请联系所在园区，园区可以代为办理。',
    'If no code arrives, a name is wrong or a paper cannot be uploaded, ask your park, which can do it for you.',
  ],

  'about.privacy': ['个人信息保护', 'Privacy'],
  'about.privacy.lead': [
    '本系统收集哪些信息、用来做什么、保存多久，以及您的权利。',
    'What this site keeps about you, what for, how long, and your rights.',
  ],
  'about.privacy.visit': ['浏览和自测', 'Visiting and checking'],
  'about.privacy.visit-text': [
    '浏览公开页面和自测不需要登录，不收集姓名、电话和证件号码。自测的答案只存在您的浏览器里，关闭浏览器即清除。本站没有统计、广告和第三方脚本。',
    'Public pages and the check need no account and take no name, phone or document. The answers of the check stay in your browser until it is closed. There are no statistics, advertisements or scripts of others.',
  ],
  'about.privacy.account': ['注册和申请', 'Accounts and applications'],
  'about.privacy.account-text': [
    '注册收集姓名和手机号；申请时收集审核所需的情况和材料。能看到的人：您本人、所在园区、所在县区和市人社局的经办人员。公示只写姓氏和必要的事项，不写电话和证件号码。',
    'An account takes a name and a phone; an application takes what its review needs. They are seen by you, your park, and the staff of the county and the bureau who handle it. A public notice masks the name and has no phone or document number.',
  ],
  'about.privacy.objection': ['对公示提出异议', 'Objecting to a notice'],
  'about.privacy.objection-text': [
    '可以不留姓名和电话。具名提出的，姓名和手机号只有市人社局的经办人员能看到，用于核实和答复；申请人只看到异议内容和答复。验证码没有填对的，填写的内容一天内删除。',
    'You need not give a name or phone. If you do, only those of the bureau who answer see them, to look into it and to answer; the applicant reads what was said and the answer alone. What was typed and never confirmed by its code is deleted within a day.',
  ],
  'about.privacy.identity': ['证件号码和材料', 'Identity numbers and papers'],
  'about.privacy.identity-text': [
    '须另行征得您的同意，加密保存。工作人员查看完整号码须写明事由，每次查看都有记录，您可以在“我的资料”看到。',
    'They are taken only with a consent of their own and kept encrypted. Staff who look at a whole number must say why; each time is recorded and shown to you under “My details”.',
  ],
  'about.privacy.photos': ['照片', 'Photos'],
  'about.privacy.photos-text': [
    '照片上传时重新生成，去除拍摄地点、时间和设备信息，加密保存。场地照片在场地空置时公开，场地关闭满 30 天后删除。走访照片仅能查看该次走访的工作人员可见，保存两年，撤销走访时随即删除；照片拍到您的，可以请园区删除。',
    'A photo is drawn anew when it is sent, without where, when and with what it was taken, and kept encrypted. Those of a space are public while it is free, and deleted 30 days after it closed. Those of a visit are seen only by staff who read that visit, for two years, and are deleted when it is cancelled; if you are on one, you may ask the park to delete it.',
  ],
  'about.privacy.keep': ['保存多久', 'How long'],
  'about.privacy.keep-text': [
    '证件号码和材料保存至您撤回同意，或者您参与的创业主体全部出园满三年，由系统删除；已作出决定的事项，所需部分随档案保存。',
    'Numbers and papers until you withdraw the consent, or three years after the last of your ventures left its park. What a decided case needs stays with its file.',
  ],
  'about.privacy.rights': ['您的权利', 'Your rights'],
  'about.privacy.rights-text': [
    '您可以查阅和更正本人信息、撤回同意、要求删除。登录后在“我的资料”办理，或者向所在园区、市人社局提出。',
    'You can see and correct what is kept about you, withdraw a consent and ask for deletion: under “My details”, at your park, or at the bureau.',
  ],
  'about.privacy.cookies': ['Cookie 的使用', 'Cookies'],
  'about.privacy.cookies-text': [
    '只用于保持登录、记住语言和自测答案，不用于跟踪。',
    'Only to stay signed in, to remember the language, and for the answers of the check; none follows you.',
  ],

  'about.accessibility': ['无障碍说明', 'Accessibility'],
  'about.accessibility.lead': [
    '本站以《信息无障碍》国家标准和 WCAG 2.2 AA 级为目标。',
    'This site aims at WCAG 2.2, level AA, and the national standard for accessible information.',
  ],
  'about.accessibility.does': ['可以怎样使用', 'How it can be used'],
  'about.accessibility.does-text': [
    '所有功能都可以只用键盘操作，不依赖脚本；手机 360 像素宽即可使用；文字可以放大到 200%；颜色之外另有文字说明；图表都附数据表。中文、英文两种语言。',
    'Everything works by keyboard and without scripts, on a phone of 360 pixels, and with text at 200%. Nothing is said by colour alone, and charts come with their tables. In Chinese and English.',
  ],
  'about.accessibility.checked': ['怎样检查', 'How it is checked'],
  'about.accessibility.checked-text': [
    '每次更新前，用自动工具（axe）逐页检查两种语言、两种宽度。自动检查不能发现全部问题，尚未请第三方评测。',
    'Before each release every page is checked by a tool (axe), in both languages and two widths. A tool does not find everything, and nobody outside has assessed it yet.',
  ],
  'about.accessibility.help': ['用起来有困难', 'If something is hard to use'],
  'about.accessibility.help-text': [
    '请告诉我们是哪个页面、用的什么设备，也可以请园区代为办理。',
    'Tell us which page and which device; or let your park do it for you.',
  ],

  'about.contact': ['联系我们', 'Contact'],
  'about.contact.lead': [
    '场地、入驻和申请的事，先问园区；政策和决定的事，问市人社局。',
    'Ask a park about spaces, settling and applying; ask the bureau about policies and decisions.',
  ],
  'about.contact.bureau': [
    '舟山市人力资源和社会保障局',
    'The Zhoushan Human Resources and Social Security Bureau',
  ],
  'about.contact.phone': ['电话', 'Telephone'],
  'about.contact.email': ['电子邮箱', 'E-mail'],
  'about.contact.address': ['地址', 'Address'],
  'about.contact.hours': ['办公时间', 'Hours'],
  'about.contact.none': [
    '本站尚未登记市人社局的联系方式，请先与园区联系。',
    'The bureau’s telephone is not entered on this site yet; ask a park.',
  ],
  'about.contact.parks': ['各园区', 'The parks'],
});
