import { defineWords } from '../language/words.js';

/** What takes two administrators, what holders of accounts are told, and a password that somebody else has set. */
export const requestWords = defineWords({
  'people.requests.title': ['待确认的账号事项', 'Requests about accounts'],
  'people.requests.link': ['待确认事项', 'Requests'],
  'people.requests.link-open': ['待确认事项（{n}）', 'Requests ({n})'],
  'people.requests.lead': [
    '新建账号、修改角色或范围、重设密码、重新启用，由一位系统管理员申请，另一位确认后生效。7 天内未确认的自动失效。',
    'A new account, another role or scope, a new password and a reactivation are requested by one administrator and take effect when another confirms. After 7 days a request expires.',
  ],
  'people.requests.none': ['没有账号事项', 'There are no requests'],
  'people.requests.what': ['事项', 'Request'],
  'people.requests.whose': ['账号', 'Account'],
  'people.requests.by': ['申请人', 'Requested by'],
  'people.requests.at': ['申请时间', 'Requested'],
  'people.requests.state': ['状态', 'State'],
  'people.request.kind.add': ['新建账号', 'Add an account'],
  'people.request.kind.change': ['修改账号', 'Change an account'],
  'people.request.kind.password': ['重设密码', 'Reset a password'],
  'people.request.kind.reactivate': ['重新启用账号', 'Reactivate an account'],
  'people.request.state.open': ['待确认', 'Waiting'],
  'people.request.state.confirmed': ['已确认', 'Confirmed'],
  'people.request.state.declined': ['未同意', 'Declined'],
  'people.request.state.withdrawn': ['已撤回', 'Withdrawn'],
  'people.request.state.expired': ['已失效', 'Expired'],
  'people.request.reason': ['理由', 'Reason'],
  'people.request.reason-hint': [
    '另一位系统管理员据此确认，并记入办理记录',
    'The other administrator decides by it, and it stands in the history',
  ],
  'people.request.expires': ['确认期限', 'Confirm by'],
  'people.request.decided': ['办理结果', 'Decided'],
  'people.request.decided-by': ['{who}，{time}', '{who}, {time}'],
  'people.request.note': ['说明', 'Note'],
  'people.request.note-hint': ['不同意的理由，告知申请人', 'Why not; the requester is told'],
  'people.request.from-to': ['{before} → {after}', '{before} → {after}'],
  'people.request.confirm': ['确认并办理', 'Confirm'],
  'people.request.confirm-lead': [
    '确认后立即生效，并告知账号本人。',
    'It takes effect at once, and the holder is told.',
  ],
  'people.request.decline': ['不同意', 'Decline'],
  'people.request.withdraw': ['撤回申请', 'Withdraw the request'],
  'people.request.submit': ['提交申请', 'Send the request'],
  'people.request.two': [
    '提交后须由另一位系统管理员确认才生效。',
    'It takes effect when another administrator has confirmed it.',
  ],
  'people.request.second': [
    '须由另一位系统管理员确认。',
    'Another administrator has to confirm this.',
  ],
  'people.request.over': [
    '该事项已办结或已失效，未作任何更改。',
    'This request was decided or has expired. Nothing was changed.',
  ],
  'people.request.requester-gone': [
    '申请人已不是系统管理员，该事项不能确认，请重新申请。',
    'Its requester is no administrator any more. It cannot be confirmed; make a new request.',
  ],
  'people.request.changed-since': [
    '账号在申请之后有变动，该事项不能确认，请重新申请。',
    'The account has changed since. This cannot be confirmed; make a new request.',
  ],
  'people.request.open-already': [
    '同样的申请正在等待确认',
    'The same request waits to be confirmed already',
  ],
  'people.request.inactive': [
    '账号已停用，请先重新启用',
    'The account is deactivated; reactivate it first',
  ],
  'people.reactivation.title': ['重新启用{name}的账号', 'Reactivate the account of {name}'],
  'people.half.first-title': ['密码前半段', 'The first half of the password'],
  'people.half.second-title': ['密码后半段', 'The second half of the password'],
  'people.half.first-lead': [
    '请当面或电话告知本人。后半段在另一位系统管理员确认时显示给对方。',
    'Tell the holder yourself. The second half is shown to the administrator who confirms.',
  ],
  'people.half.second-lead': [
    '请当面或电话告知本人。前半段由申请的系统管理员告知。',
    'Tell the holder yourself. The administrator who requested it tells the first half.',
  ],
  'people.half.once': [
    '只显示这一次，系统不保存，离开本页后无法再看。',
    'It is shown this once, stored nowhere, and gone when you leave this page.',
  ],
  'people.half.how': [
    '登录密码为“前半段-后半段”，中间是短横线，7 天内有效，首次登录须修改。',
    'The password is both halves with a hyphen between them. It holds for 7 days and is changed at the first sign-in.',
  ],
  'people.half.go': ['查看该事项', 'See the request'],
  'people.first-password.title': ['请先修改密码', 'Choose your own password first'],
  'people.first-password.lead': [
    '您的密码由他人设置，修改之前不能办理其他事项。',
    'Somebody else set your password. Until you choose your own, nothing else can be opened.',
  ],
  'people.first-password.needed': [
    '您的密码由他人设置，请先登录网页修改密码。',
    'Somebody else set your password. Sign in to the site and choose your own first.',
  ],
  'people.first-password.same': [
    '新密码不能与原密码相同',
    'It must differ from the password you were given',
  ],
  'people.first-password.run-out': [
    '该密码由他人设置，已超过 7 天有效期，请联系系统管理员重新设置。',
    'This password was set by somebody else and ran out after 7 days. Ask an administrator for another.',
  ],
  'people.holder.terminal': ['服务器运维人员', 'whoever operates the server'],
  'people.holder.two': [
    '{first}（申请）、{second}（确认）',
    '{first} (requested) and {second} (confirmed)',
  ],
  'people.holder-added.subject': ['账号已建立', 'Your account was made'],
  'people.holder-added.body': [
    '您的账号已建立，角色：{role}。经办：{who}。',
    'Your account was made, as {role}, by {who}.',
  ],
  'people.holder-changed.subject': ['账号已修改', 'Your account was changed'],
  'people.holder-changed.body': [
    '您账号的姓名、角色或范围已修改，现角色：{role}。经办：{who}。如有疑问，请立即联系市局。',
    'Name, role or scope of your account was changed, now {role}, by {who}. If you did not expect this, call the bureau at once.',
  ],
  'people.holder-password.subject': ['密码已由他人重设', 'Others have reset your password'],
  'people.holder-password.body': [
    '您账号的密码已重设，所有登录已退出。经办：{who}。如非您本人要求，请立即联系市局。',
    'The password of your account was reset and every session ended, by {who}. If you did not ask for this, call the bureau at once.',
  ],
  'people.holder-deactivated.subject': ['账号已停用', 'Your account was deactivated'],
  'people.holder-deactivated.body': [
    '您的账号已停用。经办：{who}。',
    'Your account was deactivated by {who}.',
  ],
  'people.holder-reactivated.subject': ['账号已重新启用', 'Your account is active again'],
  'people.holder-reactivated.body': [
    '您的账号已重新启用。经办：{who}。如有疑问，请立即联系市局。',
    'Your account was reactivated by {who}. If you did not expect this, call the bureau at once.',
  ],
  'people.request-made.subject': ['账号事项待您确认', 'A request about an account waits for you'],
  'people.request-made.body': [
    '{who}申请“{what}”，请核对后确认或不同意。',
    '{who} requested “{what}”. Look at it and confirm or decline.',
  ],
  'people.request-decided.subject': ['账号事项已办理', 'A request of yours was decided'],
  'people.request-decided.body': [
    '您申请的“{what}”{outcome}。',
    'Your request “{what}”: {outcome}.',
  ],
  'history.account.request-made': ['申请账号事项', 'Request about an account'],
  'history.account.request-declined': ['不同意账号事项', 'Request declined'],
  'history.account.request-withdrawn': ['撤回账号事项', 'Request withdrawn'],
  'history.field.account-request': ['事项', 'Request'],
  'history.field.requested-by': ['申请人', 'Requested by'],
  'history.field.via': ['办理方式', 'Done'],
  'history.via.terminal': ['服务器终端命令', 'by a command at the server’s terminal'],
});
