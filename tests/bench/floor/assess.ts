/** What the floor knows of a case: whole months, counted from year nought, and a rent in fen for an area in hundredths of a m². */
export type PlainCase = {
  first: number;
  months: number;
  earlier: number[];
  window: { months: number; years: number };
  rent: number;
  area: number;
  mostArea: number;
};

const half = 12;

/**
 * What is given month by month, the whole rent of so much area in the first year and half of it after, and the first month from which
 * on one fits into any years in a row; null where it fits as it is asked. By hand for these rules alone.
 */
export function assessByHand(of: PlainCase): { fen: number[]; begin: number | null } {
  const counted = Math.min(of.area, of.mostArea);
  const fen: number[] = [];
  let exact = 0;
  for (let month = 0; month < of.months; month += 1) {
    const ofMonth = (of.rent * counted) / of.area / (month < half ? 1 : 2);
    exact += ofMonth;
    fen.push(Math.floor(ofMonth + 0.5));
  }
  const rest = fen.slice(0, -1).reduce((sum, amount) => sum + amount, 0);
  fen[of.months - 1] = Math.floor(exact + 0.5) - rest;
  return { fen, begin: beginOf(of) };
}

function beginOf({ first, months, earlier, window }: PlainCase): number | null {
  const years = 12 * window.years;
  const fits = (begin: number) => {
    let had = 0;
    for (const month of earlier) if (month > begin - years && month <= begin) had += 1;
    return had < window.months;
  };
  if (months <= window.months && earlier.every((month) => month <= first - years)) return null;
  let begin = first;
  while (!fits(begin)) begin += 1;
  return begin === first ? null : begin;
}
