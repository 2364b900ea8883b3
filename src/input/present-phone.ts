/** What is dialled of a number in the form of `phoneOf`: a comma is a pause before the extension. */
const digitsOf = (phone: string): string =>
  phone.replace(/^(0\d{2,3}-\d{7,8})-(\d+)$/, '$1,$2').replace(/[^\d+,]/g, '');

/** A number to read and the address that calls it, a pause before its extension; or null. */
export function presentPhone(phone: string | null): { text: string; href: string } | null {
  return phone === null ? null : { text: phone, href: `tel:${digitsOf(phone)}` };
}
