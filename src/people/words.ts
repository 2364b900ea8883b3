import { defineWords } from '../language/words.js';

export const peopleWords = defineWords({
  'people.role.founder': ['创业者', 'Founder'],
  'people.role.park-manager': ['园区管理员', 'Park manager'],
  'people.role.county-reviewer': ['县区人社审核员', 'County reviewer'],
  'people.role.bureau-staff': ['市人社局工作人员', 'Bureau staff'],
  'people.role.administrator': ['系统管理员', 'Administrator'],
  'people.role.auditor': ['审计员', 'Auditor'],
  'people.nav.home': ['首页', 'Home'],
  'people.nav.dashboard': ['总览', 'Dashboard'],
  'people.nav.ventures': ['创业主体', 'Ventures'],
  'people.nav.parks': ['园区', 'Parks'],
  'people.nav.figures': ['公布数据', 'Published figures'],
  'people.nav.accounts': ['账号管理', 'Accounts'],
  'people.sign-in.title': ['登录', 'Sign in'],
  'people.sign-in.username': ['用户名', 'Username'],
  'people.sign-in.password': ['密码', 'Password'],
  'people.sign-in.submit': ['登录', 'Sign in'],
  'people.sign-in.username-missing': ['请填写用户名', 'Enter your username'],
  'people.sign-in.password-missing': ['请填写密码', 'Enter your password'],
  'people.sign-in.wrong': ['用户名或密码不正确', 'The username or the password is not right'],
  'people.sign-in.demo': [
    '演示账号：bureau、putuo、park1 至 park10、founder1、founder2、admin、auditor，密码均为 walls-down-2025',
    'Demonstration accounts: bureau, putuo, park1 to park10, founder1, founder2, admin, auditor. The password of all is walls-down-2025',
  ],
});
