import { defineWords } from '../../language/words.js';

/** The account to which a venture's subsidies are paid. */
export const payeeWords = defineWords({
  'payments.payee.title': ['收款账户', 'Payee account'],
  'payments.payee.lead': [
    '补贴拨付到这个账户。账号加密保存，页面上只显示末四位；更改须由第二人确认。',
    'Subsidies are paid to this account. Its number is kept encrypted, and pages show its last four digits; a second person confirms a change.',
  ],
  'payments.payee.current': ['正在使用的账户', 'In use'],
  'payments.payee.none': ['还没有收款账户', 'No account yet'],
  'payments.payee.none-text': ['登记后才能提交补贴申领。', 'Enter one before you submit a claim.'],
  'payments.payee.waiting': ['等待确认的更改', 'A change that waits'],
  'payments.payee.waiting-own': [
    '须由另一人确认：创业者更改的由园区或者人社部门确认，工作人员更改的由创业者或者另一名工作人员确认。',
    'Somebody else has to confirm it: the park or the bureau where a founder entered it, the founder or another member of staff where staff did.',
  ],
  'payments.payee.waiting-text': [
    '确认前仍拨付到原来的账户，并且暂不列入拨付批次。请与户名人核实后确认。',
    'Until it is confirmed no claim is gathered for payment. Ask the holder before you confirm it.',
  ],
  'payments.payee.earlier': ['以前的账户', 'Earlier accounts'],
  'payments.payee.row': ['登记号', 'Entry'],
  'payments.payee.state': ['状态', 'State'],
  'payments.payee.state.proposed': ['待确认', 'To be confirmed'],
  'payments.payee.state.active': ['使用中', 'In use'],
  'payments.payee.state.replaced': ['已更换', 'Replaced'],
  'payments.payee.state.refused': ['未确认', 'Refused'],
  'payments.payee.state.withdrawn': ['已撤回', 'Taken back'],
  'payments.payee.state.removed': ['已删除', 'Deleted'],
  'payments.payee.enter': ['登记收款账户', 'Enter an account'],
  'payments.payee.change': ['更改收款账户', 'Change the account'],
  'payments.payee.entry-title': ['登记收款账户', 'Enter an account'],
  'payments.payee.entry-lead': [
    '户名须是创业主体本身，或者它的创始人、法定代表人。',
    'The account is the venture’s own, or that of its founder or legal representative.',
  ],
  'payments.payee.kind': ['账户类型', 'Kind'],
  'payments.payee.kind.card': ['个人银行卡', 'A person’s bank card'],
  'payments.payee.kind.corporate': ['对公账户', 'The venture’s corporate account'],
  'payments.payee.holder': ['户名', 'Holder'],
  'payments.payee.holder-hint': [
    '对公账户填“{name}”，银行卡填：{names}',
    'Of a corporate account “{name}”; of a card one of: {names}',
  ],
  'payments.payee.bank': ['银行', 'Bank'],
  'payments.payee.choose': ['请选择', 'Choose'],
  'payments.payee.branch': ['开户网点', 'Branch'],
  'payments.payee.branch-hint': [
    '对公账户必填；银行不在列表里的，写银行和网点全称',
    'Needed for a corporate account; of a bank that is not in the list, its full name and branch',
  ],
  'payments.payee.branch-needed': ['请填写开户网点', 'Enter the branch'],
  'payments.payee.number': ['账号', 'Number'],
  'payments.payee.number-hint': ['可以带空格', 'Blanks do not matter'],
  'payments.payee.whole': ['完整账号', 'Whole number'],
  'payments.payee.entered': ['登记时间', 'Entered'],
  'payments.payee.submit': ['登记', 'Enter'],
  'payments.payee.consent-title': ['个人信息告知', 'What becomes of it'],
  'payments.payee.consent-text': [
    '舟山市人力资源和社会保障局收集户名、开户银行和账号，只用于拨付您申领的补贴（《中华人民共和国个人信息保护法》第二十八条、第二十九条）。账号加密保存；工作人员查看完整账号须填写事由并留下记录，导出给银行的付款表同样留下记录。不提供不影响入驻，但补贴无法拨付。可以随时删除；正在付款的除外，已付款的记录随档案保存。',
    'The Zhoushan Human Resources and Social Security Bureau collects holder, bank and number to pay the subsidies that you claim, and for nothing else (articles 28 and 29 of the Personal Information Protection Law of China). The number is kept encrypted; staff give a reason to see all of it, and every time is recorded, as is each table that goes to the bank. Without it you can still be in a park, but nothing can be paid. It can be deleted at any time, except while a payment is under way; records of payments stay with the file.',
  ],
  'payments.payee.consent': ['我同意', 'I agree'],
  'payments.payee.consent-paper': [
    '户名人已经书面同意，同意书由园区保存',
    'The holder agreed on paper, which the park keeps',
  ],
  'payments.payee.consent-needed': ['没有同意不能登记', 'It cannot be entered without consent'],
  'payments.payee.digits': ['账号只能是数字', 'The number has digits alone'],
  'payments.payee.card-length': [
    '银行卡号是 16 至 19 位，填了 {n} 位',
    'A card’s number has 16 to 19 digits; these are {n}',
  ],
  'payments.payee.luhn': [
    '银行卡号校验不符，请对照卡面检查',
    'The check digit does not fit: compare it with the card',
  ],
  'payments.payee.corporate-length': [
    '这家银行的对公账号是 {lengths} 位，填了 {n} 位',
    'So many digits has a corporate account of this bank: {lengths}; these are {n}',
  ],
  'payments.payee.corporate-any': [
    '对公账号是 9 至 32 位，填了 {n} 位',
    'A corporate account has 9 to 32 digits; these are {n}',
  ],
  'payments.payee.team': [
    '没有登记注册的团队没有对公账户，请填创始人的银行卡',
    'A team that is not registered has no corporate account: enter a founder’s card',
  ],
  'payments.payee.not-venture': [
    '对公账户的户名须与创业主体名称“{name}”一致',
    'A corporate account is in the venture’s own name, “{name}”',
  ],
  'payments.payee.not-founder': [
    '银行卡须是创始人或者法定代表人本人的：{names}',
    'A card is that of a founder or legal representative: {names}',
  ],
  'payments.payee.waits': ['已有一项更改等待确认', 'Another change waits to be confirmed'],
  'payments.payee.none-waits': ['没有等待确认的更改', 'No change waits to be confirmed'],
  'payments.payee.gone': ['没有可以办理的收款账户', 'There is no such account any more'],
  'payments.payee.under-way': [
    '正在向这个账户付款，付款办结后才能删除',
    'A payment to it is under way; it can be deleted afterwards',
  ],
  'payments.payee.confirm': ['确认更改', 'Confirm the change'],
  'payments.payee.show': ['查看完整账号', 'See the whole number'],
  'payments.payee.remove': ['删除账户', 'Delete the account'],
  'payments.payee.refuse': ['不予确认', 'Refuse'],
  'payments.payee.take-back': ['撤回更改', 'Take the change back'],
  'payments.payee.reason': ['原因', 'Reason'],
  'payments.payee.refusal': ['终止更改', 'End the change'],
  'payments.payee.refusal-lead': [
    '更改不生效，仍使用原来的账户。',
    'The change does not hold; the account stays what it was.',
  ],
  'payments.payee.removal': ['删除收款账户', 'Delete the account'],
  'payments.payee.removal-lead': [
    '账号会被删除，补贴在登记新账户前无法拨付。',
    'The number is deleted; nothing can be paid until another is entered.',
  ],
  'payments.payee.showing': ['查看完整账号', 'See the whole number'],
  'payments.payee.showing-lead': [
    '查看会留下记录，创业者可以看到。',
    'That you saw it is recorded, and the founder can read that.',
  ],

  'payments.message.payee-entered.subject': ['收款账户已登记', 'Your account was entered'],
  'payments.message.payee-entered.body': [
    '{name}的补贴收款账户已登记，尾号 {lastFour}。不是您本人办理的，请立即联系园区。',
    'An account ending in {lastFour} was entered for subsidies to {name}. If you did not do this, call your park at once.',
  ],
  'payments.message.payee-proposed.subject': ['收款账户正在更改', 'Your account is being changed'],
  'payments.message.payee-proposed.body': [
    '{name}的补贴收款账户申请改为尾号 {lastFour}，确认后生效。不是您本人办理的，请立即联系园区。',
    'The account for subsidies of {name} is to become one ending in {lastFour}, once somebody else confirms it. If that was not you, call your park at once.',
  ],
  'payments.message.payee-confirmed.subject': ['收款账户已更改', 'Your account was changed'],
  'payments.message.payee-confirmed.body': [
    '{name}的补贴收款账户已改为尾号 {lastFour}。不是您本人办理的，请立即联系园区。',
    'The account for subsidies of {name} is the one ending in {lastFour} from now on. If that was not you, call your park at once.',
  ],
  'payments.message.payee-refused.subject': [
    '收款账户更改未确认',
    'The change of your account was refused',
  ],
  'payments.message.payee-refused.body': [
    '{name}的补贴收款账户改为尾号 {lastFour} 的申请没有确认，仍使用原来的账户。',
    'The change of the account of {name} to one ending in {lastFour} was refused; it stays what it was.',
  ],
  'payments.message.payee-removed.subject': ['收款账户已删除', 'Your account was deleted'],
  'payments.message.payee-removed.body': [
    '{name}尾号 {lastFour} 的补贴收款账户已删除。登记新账户前无法拨付。',
    'The account of {name} ending in {lastFour} was deleted. Nothing can be paid until another is entered.',
  ],
  'payments.message.claim-returned.subject': ['补贴申领需要修改', 'Your claim was returned'],
  'payments.message.claim-returned.body': [
    '您的补贴申领 {number}（{sum} 元）退回修改：{note}',
    'Your claim {number} ({sum} yuan) has to be corrected: {note}',
  ],
  'payments.message.claim-approved.subject': ['补贴申领已批准', 'Your claim was approved'],
  'payments.message.claim-approved.body': [
    '您的补贴申领 {number} 已批准，{sum} 元将拨付到登记的收款账户。{note}',
    'Your claim {number} was approved: {sum} yuan will be paid to the account that you entered. {note}',
  ],
  'payments.message.claim-refused.subject': ['补贴申领不予拨付', 'Your claim was refused'],
  'payments.message.claim-refused.body': [
    '您的补贴申领 {number}（{sum} 元）不予拨付：{note}。相应月份可以重新申领。',
    'Your claim {number} ({sum} yuan) was refused: {note}. Its months can be claimed again.',
  ],
  'payments.message.claim-paid.subject': ['补贴已拨付', 'Your subsidy was paid'],
  'payments.message.claim-paid.body': [
    '您的补贴申领 {number} 已拨付 {sum} 元，可以在申领页面查看拨付通知单。{note}',
    'Your claim {number} was paid: {sum} yuan. You can read the notice of payment on its page. {note}',
  ],
  'payments.message.claim-failed.subject': ['补贴没有付成', 'Your subsidy could not be paid'],
  'payments.message.claim-failed.body': [
    '您的补贴申领 {number} 的 {sum} 元没有付成：{note}。请检查收款账户，我们会补付。',
    '{sum} yuan for your claim {number} could not be paid: {note}. Please check the account; it will be paid again.',
  ],
  'payments.message.claim-came-back.subject': ['补贴被银行退回', 'Your subsidy came back'],
  'payments.message.claim-came-back.body': [
    '您的补贴申领 {number} 的 {sum} 元付出后被银行退回：{note}。请检查收款账户，我们会补付。',
    'What was paid for your claim {number} came back from the bank, {sum} yuan: {note}. Please check the account; it will be paid again.',
  ],
  'payments.message.claim-repaid.subject': ['退回的补贴已到账', 'What you paid back has arrived'],
  'payments.message.claim-repaid.body': [
    '您就补贴申领 {number} 退回的 {sum} 元已到账登记。{note}',
    'What you paid back for your claim {number} has arrived: {sum} yuan. {note}',
  ],
  'payments.message.to-repay.subject': ['请退回补贴', 'A subsidy is to be paid back'],
  'payments.message.to-repay.body': [
    '您的补贴 {grant} 提前终止或者被撤销，已领取的 {sum} 元应当退回。退回办法请联系所在园区，逐月金额见补贴页面。',
    'Your subsidy {grant} ended early or was revoked: {sum} yuan that you received are to be paid back. Your park tells you how; each month stands on the page of the subsidy.',
  ],
});
