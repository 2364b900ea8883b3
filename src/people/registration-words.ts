import { defineWords } from '../language/words.js';

/** Registering, proving a phone, and a forgotten password. */
export const registrationWords = defineWords({
  'people.code-sent.subject': ['手机验证码', 'Code for a phone'],
  'people.code-sent.body': [
    '验证码 {code}，10 分钟内有效，请勿告诉他人。如非本人操作，请忽略。',
    '{code} is your code, for 10 minutes. Give it to nobody. If you did not ask for it, do nothing.',
  ],
  'people.registered.subject': ['注册成功', 'You are registered'],
  'people.registered.body': [
    '您的创业者账号已开通，登录时请用手机号和密码。',
    'Your founder account is open. Sign in with your phone number and password.',
  ],
  'people.registered-linked.subject': [
    '注册成功，已关联登记信息',
    'You are registered, with your record',
  ],
  'people.registered-linked.body': [
    '您的创业者账号已开通，并已按手机号和姓名关联人员登记信息 {number}。如果这不是您本人的信息，请联系所在园区。',
    'Your founder account is open, and joined by phone and name to the record {number}. If that is not you, tell your park.',
  ],
  'people.registered-apart.subject': [
    '注册成功，请核对登记信息',
    'You are registered; please check your record',
  ],
  'people.registered-apart.body': [
    '您的创业者账号已开通。园区登记中有使用同一手机号的人员，因姓名不一致、不止一人或已有账号，系统没有自动关联。如其中有您本人，请带身份证件到所在园区办理关联。',
    'Your founder account is open. The register has people with the same phone, but another name, more than one, or an account already, so none was joined to yours. If one of them is you, ask your park with your document.',
  ],
  'people.password-set.subject': ['密码已重设', 'Your password was set again'],
  'people.password-set.body': [
    '您的账号密码刚刚通过手机验证码重设，此前的登录均已退出。如非本人操作，请立即联系所在园区。',
    'The password of your account was just set again with a code to your phone, and every session ended. If it was not you, tell your park at once.',
  ],
  'people.phone-changed.subject': ['登录手机号已更换', 'Your phone for signing in was changed'],
  'people.phone-changed.body': [
    '您账号的登录手机号已更换为 {phone}。如非本人操作，请立即联系所在园区。',
    'Your account now signs in with {phone}. If it was not you, tell your park at once.',
  ],
  'people.phone.label': ['手机号', 'Mobile number'],
  'people.phone.hint': [
    '内地 11 位手机号；港澳台手机号请加 +852、+853 或 +886',
    'Eleven digits; a number of Hong Kong, Macao or Taiwan with +852, +853 or +886',
  ],
  'people.phone.missing': ['请填写手机号', 'Enter your mobile number'],
  'people.phone.form': [
    '请填写正确的 11 位手机号；港澳台手机号请加区号，如 +852',
    'Enter a mobile number of eleven digits, or one of Hong Kong, Macao or Taiwan with its code, such as +852',
  ],
  'people.phone.none': ['未绑定', 'None'],
  'people.phone.taken': ['该手机号已绑定其他账号', 'Another account has this number'],
  'people.phone.founders': ['只有创业者账号可以用手机号登录', 'Only founders sign in with a phone'],
  'people.phone.same': ['这就是您现在的手机号', 'This is your number already'],
  'people.phone.title': ['更换登录手机号', 'Change your phone'],
  'people.phone.lead': [
    '验证码将发送到新的手机号。更换后，请用新手机号登录。',
    'A code goes to the new number. Afterwards, sign in with that one.',
  ],
  'people.phone.save': ['确认更换', 'Change it'],
  'people.code.title': ['填写验证码', 'Enter the code'],
  'people.code.lead': [
    '验证码已发送至 {phone}，10 分钟内有效。',
    'A code was sent to {phone}. It holds for 10 minutes.',
  ],
  'people.code.label': ['验证码', 'Code'],
  'people.code.hint': ['短信中的 6 位数字', 'The six digits in the message'],
  'people.code.missing': ['请填写 6 位验证码', 'Enter the six digits'],
  'people.code.wrong': ['验证码不正确', 'The code is not right'],
  'people.code.dead': [
    '验证码已失效，请重新获取。',
    'This code no longer holds. Ask for a new one.',
  ],
  'people.code.wait': [
    '请在 {n} 秒后再获取验证码',
    'Ask for another code in {n} {n|second|seconds}',
  ],
  'people.code.wait-minutes': [
    '请在 {n} 分钟后再获取验证码',
    'Ask for another code in {n} {n|minute|minutes}',
  ],
  'people.code.send': ['获取验证码', 'Send me a code'],
  'people.code.again': ['重新获取验证码', 'Send another code'],
  'people.code.other': ['更换手机号', 'Use another number'],
  'people.code.demo': [
    '演示环境不发送短信：验证码 {code} 显示于此，也写入日志。',
    'The demonstration sends no messages: the code is {code}, here and in the log.',
  ],
  'people.code.nothing': [
    '没有收到？请核对手机号，一分钟后可以重新获取。',
    'Nothing came? Check the number; after a minute you can ask again.',
  ],
  'people.register.title': ['创业者注册', 'Register as a founder'],
  'people.register.lead': [
    '用手机号注册后，可以按政策提出申请、查看进度和接收通知。',
    'With a phone number you can apply under a policy, follow it and be told how it goes.',
  ],
  'people.register.link': ['还没有账号？创业者注册', 'No account? Register as a founder'],
  'people.register.sign-in': ['已有账号？登录', 'You have an account? Sign in'],
  'people.register.name-hint': ['请填写身份证件上的姓名', 'As it stands on your document'],
  'people.register.submit': ['完成注册', 'Register'],
  'people.register.has-account': [
    '该手机号已有账号，请直接登录；忘记密码的，可以重设密码。',
    'This number has an account. Sign in, or set a new password if you forgot it.',
  ],
  'people.forgotten.title': ['重设密码', 'Set a new password'],
  'people.forgotten.lead': [
    '适用于绑定了手机号的创业者账号。其他账号请联系系统管理员。',
    'For founders with a phone in their account. Others ask the administrator.',
  ],
  'people.forgotten.link': ['忘记密码', 'Forgot your password?'],
  'people.forgotten.submit': ['重设并登录', 'Set it and sign in'],
  'people.forgotten.no-account': [
    '该手机号没有可以重设密码的账号。还没有注册的，请先注册；账号已停用的，请联系所在园区。',
    'No account can be opened with this number. Register first; if yours was deactivated, ask your park.',
  ],
  'people.notice.title': ['个人信息告知', 'Your personal data'],
  'people.notice.who': ['谁收集', 'Who collects it'],
  'people.notice.who-text': [
    '舟山市人力资源和社会保障局，由各创业园区协助办理。',
    'The Zhoushan Human Resources and Social Security Bureau, helped by the parks.',
  ],
  'people.notice.what': ['收集什么', 'What'],
  'people.notice.what-text': [
    '姓名和手机号。证件号码和证明材料在您申请时另行告知，并单独征得同意。',
    'Your name and mobile number. Before a document or proof is asked for, you are told again and agree separately.',
  ],
  'people.notice.why': ['用于什么', 'What for'],
  'people.notice.why-text': [
    '登录、接收办理通知，以及与您在园区的登记信息核对。',
    'Signing in, telling you how your case goes, and finding your record in a park.',
  ],
  'people.notice.rule': ['依据', 'By which rule'],
  'people.notice.rule-text': [
    '《中华人民共和国个人信息保护法》第十三条、第十七条；创业扶持政策依据浙政办发〔2023〕53号。',
    'Articles 13 and 17 of the Personal Information Protection Law of China; the support for founders rests on the provincial notice 53 of 2023.',
  ],
  'people.notice.how-long': ['保存多久', 'How long'],
  'people.notice.how-long-text': [
    '账号使用期间。验证码记录保存 1 天；已办理事项的记录随档案保存。',
    'As long as you have the account. What is kept of a code goes after a day; what was decided stays with its file.',
  ],
  'people.notice.refusing': ['不提供的影响', 'If you do not give it'],
  'people.notice.refusing-text': [
    '不能在线注册，仍可到所在园区现场办理。',
    'You cannot register here; your park does the same at its counter.',
  ],
  'history.account.registered': ['创业者注册', 'Founder registered'],
  'history.account.password-forgotten': [
    '验证手机后重设密码',
    'Password set after proving the phone',
  ],
  'history.account.phone-changed': ['更换登录手机号', 'Phone for signing in changed'],
  'history.field.phone': ['手机号', 'Phone'],
  'history.field.isLinked': ['关联已有登记', 'Joined to a record'],
  'history.field.notice': ['告知书版本', 'Version of the notice'],
});
