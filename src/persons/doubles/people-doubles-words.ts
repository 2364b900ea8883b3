import { defineWords } from '../../language/words.js';

/** What the pages about people who were likely entered twice say. */
export const peopleDoublesWords = defineWords({
  'persons.doubles.page': ['疑似重复登记的人员', 'Likely doubles of people'],
  'persons.doubles.lead': [
    '登记了同一证件、手机号相同，或同一主体内姓名同音、姓名和毕业日期都相同的人员，以及自行注册、与登记人员同名的创业者。是同一人的，合并；不是的，写明理由，以后不再列出。同一个号码登记超过10人的视为代办电话，不作为依据。',
    'People with the same document or phone, whose names sound the same in one venture, or of one name and graduation day; and founders who registered under the name of somebody on record. Merge those who are one; of those who are two say why, and they are not listed again. A number that more than ten people share is taken for an agent’s and tells nothing.',
  ],
  'persons.doubles.identity': ['登记了同一证件', 'The same document'],
  'persons.doubles.phone': ['手机号相同', 'The same phone'],
  'persons.doubles.venture': [
    '同在一个主体，姓名相同或同音',
    'The same or a like-sounding name in one venture',
  ],
  'persons.doubles.graduated': ['姓名和毕业日期相同', 'The same name and graduation day'],
  'persons.doubles.registered': [
    '创业者自行注册，与登记人员同名，手机号不同',
    'A founder who registered, of the same name under another phone',
  ],
  'persons.doubles.none': ['没有疑似重复登记的人员', 'No likely doubles'],
  'persons.doubles.state-decided': ['已认定不是同一人', 'Found to be two'],
  'persons.doubles.distinct': ['不是同一人', 'These are two'],
  'persons.doubles.distinct-title': ['认定不是同一人', 'Say that these are two'],
  'persons.doubles.distinct-lead': [
    '与 {other} 不是同一人。认定后不再列为疑似重复，可以收回。',
    '{other} is another person. The two are then no longer listed as likely doubles; this can be taken back.',
  ],
  'persons.doubles.distinct-hint': [
    '写明区别，如证件不同、同名同号的亲属。将留在两人的办理记录中。',
    'Say what tells them apart, such as another document, or a relative under one phone. It stays in the history of both.',
  ],
  'persons.doubles.no-venture': ['没有任职', 'No role'],
});
