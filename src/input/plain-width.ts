/**
 * Full-width letters, digits, marks and spaces, as a Chinese keyboard types them, become plain ones. Nothing else
 * changes, unlike NFKC, which makes a digit of a footnote mark (①) and of a power (²).
 */
export const plainWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
