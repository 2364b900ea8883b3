/** Days between the day that serial numbers of a workbook are counted from and that of 1904. */
const days1904 = 1462;

/** The day of a serial number, as text; null for a time of day, and for what is no day. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const days = is1904 ? serial + days1904 : serial;
  if (!Number.isInteger(days) || days <= 0 || days >= 200_000) return null;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
