/** A run of signs that numbers of certificates are made of, strokes between them too. */
const runs = /[A-Za-z0-9０-９Ａ-Ｚａ-ｚ](?:[-–—· ]?[A-Za-z0-9０-９Ａ-Ｚａ-ｚ])*/g;
/** 2024-06-30, 2024.6.30, 2024年, 202406: days and years are no numbers of a certificate. */
const day = /^(19|20)\d\d([-–—· ]?(0?[1-9]|1[0-2])([-–—· ]?(0?[1-9]|[12]\d|3[01]))?)?$/;
/** 2019-2023, 2019年—2023年: the years of a study. */
const years = /^(19|20)\d\d[-–—· ]?(19|20)\d\d$/;
const leastDigits = 5;
/** So few digits are a number only where it is said: 字第0123号. */
const saidToBe = /(第|编号|证号|号码)[:：\s]*$/;

/** The numbers of certificates in a text that names documents, as they stand there: 2104班 and 2019级 are none. */
export const numbersInText = (text: string): string[] =>
  [...text.matchAll(runs)]
    .filter(({ 0: run, index }) => {
      const plain = run.normalize('NFKC');
      const digits = plain.replace(/\D/g, '').length;
      if (day.test(plain) || years.test(plain)) return false;
      return digits >= leastDigits || (digits === 4 && saidToBe.test(text.slice(0, index)));
    })
    .map(([run]) => run);

/** The same text for a history, which keeps no number of a certificate whatever a record holds. */
export const withoutNumbers = (text: string): string =>
  numbersInText(text).reduce((masked, number) => masked.replace(number, '****'), text);
