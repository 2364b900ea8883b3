const names = '(合\\s*计|总\\s*计|小\\s*计|总数|total|subtotal|sum)';
const first = new RegExp(`^${names}`, 'i');
const whole = new RegExp(`^${names}s?[:：]?$`, 'i');

/** Whether a text begins as rows of sums are called: 合计, 总 计, Total of the park. A name may begin so too: Summit. */
export const beginsAsTotals = (text: string): boolean => first.test(text);

/** Whether a text is no more than what rows of sums are called. */
export const isTotals = (text: string): boolean => whole.test(text);
