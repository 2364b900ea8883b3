import { defineWords } from '../language/words.js';

export const webWords = defineWords({
  'web.to-home': ['回首页', 'Go to the home page'],
  'web.request-id': ['请求编号：{id}', 'Request number: {id}'],
  'web.forged.title': ['表单已失效', 'This form cannot be used'],
  'web.forged': [
    '这个表单已失效，或不是从本站提交的。请返回上一页，刷新后重新提交。',
    'This form has expired or was not sent from this site. Go back, reload the page and send it again.',
  ],
  'web.stale.title': ['登录状态有变化，请再次提交', 'Your session has changed: send it again'],
  'web.stale': [
    '打开上一页之后重新登录过，这次提交没有生效。',
    'You have signed in anew since the page was opened, so this was not taken.',
  ],
  'web.resend.stale': [
    '填写的内容都保留在本页。请核对上方的登录账号，再点“再次提交”，不必重新填写。',
    'It is all on this page. See above who is signed in, and send it again; nothing needs to be entered twice.',
  ],
  'web.400.title': ['请求有误', 'The request cannot be read'],
  'web.400.lead': [
    '发送的内容不完整或编码有误，未作任何更改。',
    'What was sent is incomplete or wrongly encoded. Nothing was changed.',
  ],
  'web.401.title': ['请先登录', 'Sign in first'],
  'web.401.lead': ['登录后才能继续。', 'You need to be signed in to go on.'],
  'web.403.title': ['无权办理', 'Not permitted'],
  'web.403.lead': ['您的账号无权办理此事项。', 'Your account may not do this.'],
  'web.404.title': ['未找到页面', 'Page not found'],
  'web.404.lead': [
    '网址可能有误，或者该记录不在您的管辖范围内。',
    'The address may be wrong, or the record is outside your scope.',
  ],
  'web.405.title': ['不支持的操作', 'Method not allowed'],
  'web.405.lead': ['该网址不接受这种请求。', 'This address does not take this kind of request.'],
  'web.409.title': ['记录已被更改', 'The record has changed'],
  'web.409.lead': [
    '其他人刚刚更改了这条记录，您的更改未保存。',
    'Someone else has just changed this record. Your change was not saved.',
  ],
  'web.413.title': ['内容过大', 'Too much was sent'],
  'web.413.lead': [
    '提交的内容超过上限，未作任何更改。',
    'It is over the limit. Nothing was changed.',
  ],
  'web.415.title': ['不支持的格式', 'Unsupported format'],
  'web.415.lead': ['请通过本站的表单提交。', 'Please send it with a form of this site.'],
  'web.422.title': ['无法办理', 'This cannot be done'],
  'web.422.lead': ['未作任何更改，原因如下。', 'Nothing was changed, for these reasons.'],
  'web.429.title': ['尝试次数过多', 'Too many tries'],
  'web.429.lead': ['请稍候再试。', 'Wait a little and try again.'],
  'web.500.title': ['系统出错', 'Something went wrong'],
  'web.500.lead': [
    '系统已记录此错误。请稍后再试；如仍出错，请提供下方的请求编号。',
    'The error has been recorded. Try again later; if it happens again, tell us the request number below.',
  ],
  'web.503.title': ['暂时无法办理', 'This cannot be done just now'],
  'web.503.lead': ['请稍候再试。', 'Wait a little and try again.'],
  'web.machine.busy': [
    '系统数据正被其他程序占用，本次操作没有完成。请稍候再试。',
    'Another program is using the data, so this was not done. Wait a little and try again.',
  ],
  'web.machine.full': [
    '服务器磁盘已满：可以查看，暂时不能保存，需要留痕的查阅和导出也暂时不能办理。本次操作没有完成，请告知系统管理员。',
    'The disk of the server is full: pages can be read, but nothing can be saved, nor anything shown or exported that has to be recorded. This was not done. Please tell the administrator.',
  ],
  'web.machine.readonly': [
    '服务器数据文件不可写：可以查看，暂时不能保存，需要留痕的查阅和导出也暂时不能办理。本次操作没有完成，请告知系统管理员。',
    'The files of the server cannot be written: pages can be read, but nothing can be saved, nor anything shown or exported that has to be recorded. This was not done. Please tell the administrator.',
  ],
  'web.machine.io': [
    '服务器读写磁盘出错，本次操作没有完成。请告知系统管理员。',
    'The disk of the server failed, so this was not done. Please tell the administrator.',
  ],
  'web.machine.corrupt': [
    '数据库文件已损坏，本次操作没有完成。请立即告知系统管理员。',
    'The database file is damaged, so this was not done. Please tell the administrator at once.',
  ],
  'web.machine.keys': [
    '服务器缺少打开这项内容的密钥，本次操作没有完成。请告知系统管理员。',
    'The server has not got the key that opens this, so this was not done. Please tell the administrator.',
  ],
  'web.machine.interrupted': [
    '操作中途被打断，没有完成。请稍候再试。',
    'This was interrupted and was not done. Wait a little and try again.',
  ],
  'web.machine.exhausted': [
    '服务器资源不足，本次操作没有完成。请稍候再试；如仍不行，请告知系统管理员。',
    'The server is short of resources, so this was not done. Wait a little and try again, and tell the administrator if it goes on.',
  ],
  'web.machine.slow': [
    '同时办理的事项较多，等候超时，本次操作没有完成。请稍候再试。',
    'Too much is being done at once, so this ran out of time and was not done. Wait a little and try again.',
  ],
  'web.resend.title': ['您填写的内容没有丢失', 'What you entered is not lost'],
  'web.resend.lead': [
    '填写的内容都保留在本页。请稍候点“再次提交”，不必重新填写。',
    'It is all on this page. Wait a little and send it again; nothing needs to be entered twice.',
  ],
  'web.resend.secret': [
    '出于安全考虑，密码、验证码和证件号码没有保留，提交后请再填写一次。',
    'For your safety, passwords, codes and identity numbers are not on this page: you will be asked for them again.',
  ],
  'web.resend.choose': ['文件', 'Files'],
  'web.resend.file': [
    '浏览器不能替您保留文件，请在这里重新选择之前选的 {n} 个文件。',
    'No page can keep files for you: choose the {n} {n|file|files} again here.',
  ],
  'web.resend.submit': ['再次提交', 'Send it again'],
  'web.query.unknown': [
    '网址中有无法识别的查询条件。',
    'The address asks for something that is none of the choices.',
  ],
  'web.query.lead': [
    '查询条件有误，请改正后再查。填写的内容都保留在本页。',
    'Put right what is marked below and look again. All that was asked for is kept on this page.',
  ],
  'web.query.part': ['网址中的“{name}”', 'In the address, {name}'],
  'web.query.no-choice': [
    '没有“{value}”这一项，请从选项中选择',
    'There is no “{value}”: choose one of the options',
  ],
  'web.query.no-time': [
    '本页不能按这一项查看，请去掉后再查',
    'This page cannot be read by that: leave it out and look again',
  ],
  'web.query.without': [
    '去掉查询条件，重新查看',
    'Look again without the conditions in the address',
  ],
  'web.field.of': ['{label}：{message}', '{label}: {message}'],
  'web.field.required': ['请填写此项', 'Fill this in'],
  'web.field.choose': ['请从选项中选择', 'Choose one of the options'],
  'web.field.single': ['只能填写一个值', 'Give one value only'],
  'web.field.wrong': ['填写有误', 'This is not in the right form'],
  'web.field.characters': [
    '含有无法使用的控制字符',
    'It holds control characters, which cannot be used',
  ],
  'web.field.too-long': ['不能超过 {n} 个字', 'Use at most {n} {n|character|characters}'],
  'web.field.too-short': ['至少 {n} 个字', 'Use at least {n} {n|character|characters}'],
  'web.field.least': ['不能小于 {n}', 'It must be {n} or more'],
  'web.field.most': ['不能大于 {n}', 'It must be {n} or less'],
  'web.field.whole-number': [
    '请填写整数，例如 48 或 1,048',
    'Give a whole number, for example 48 or 1,048',
  ],
  'web.field.two-decimals': [
    '请填写数字，最多两位小数，千位可加逗号，例如 1,234.50',
    'Give a number with at most two decimals; commas may stand before groups of three digits, for example 1,234.50',
  ],
  'web.field.day': [
    '请填写存在的日期，例如 2025-01-21',
    'Give a day that exists, for example 2025-01-21',
  ],
  'web.field.day-of-month': [
    '只写了月份，请补上日期，例如 2024-03-01',
    'This names a month: give the day too, for example 2024-03-01',
  ],
  'web.field.century': [
    '年份请写四位数字，例如 2024-03-01',
    'Give the year in four digits, for example 2024-03-01',
  ],
  'web.field.year': [
    '请核对年份，应在 1949 年至 2099 年之间',
    'Check the year: it must be from 1949 to 2099',
  ],
  'web.field.phone': [
    '请填写 11 位手机号，或带区号的座机号，例如 0580-2281234',
    'Give a mobile number of eleven digits, or a landline with its area code, for example 0580-2281234',
  ],
  'web.field.identity': [
    '这里不能填写身份证号码：填写的内容会显示、导出并留存',
    'An identity number does not belong here: what is typed is shown, exported and kept',
  ],
  'web.field.identity-search': [
    '不能用身份证号码查找：查找内容会留在网址和导出记录中。经办人员请用“按证件号码查找人员”',
    'Not by an identity number: what is searched for stays in addresses and in the list of exports. Staff use “Find people by the number of a document”',
  ],
  'web.field.name': ['名称里至少要有一个字', 'A name has at least one letter in it'],
  'web.field.month': ['请填写月份，例如 2025-01', 'Give a month, for example 2025-01'],
});
