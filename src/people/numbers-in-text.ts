/** A run of signs that numbers of certificates are made of, strokes between them too. */
const runs = /[A-Za-z0-9０-９Ａ-Ｚａ-ｚ](?:[-–—· ]?[A-Za-z0-9０-９Ａ-Ｚａ-ｚ])*/g;
/** 2024-06-30, 2024.6.30, 2024年, 202406: days and years are no numbers of a certificate. */
const day = /^(19|20)\d\d([-–—· ]?(0?[1-9]|1[0-2])([-–—· ]?(0?[1-9]|[12]\d|3[01]))?)?$/;
const leastDigits = 4;

/** The numbers of certificates in a text that names documents, as they stand there. */
export const numbersInText = (text: string): string[] =>
  [...text.matchAll(runs)]
    .map(([run]) => run)
    .filter((run) => {
      const plain = run.normalize('NFKC');
      return plain.replace(/\D/g, '').length >= leastDigits && !day.test(plain);
    });
