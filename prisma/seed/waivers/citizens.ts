import { citizenCheck } from '../../../src/input/citizen-number.js';
import { Random } from '../network/random.js';

const counties = ['330902', '330903', '330921', '330922'];

/** An invented resident identity number (GB 11643), valid in form; the same name and phone have the same one. */
export function inventCitizen(of: string): string {
  const random = new Random(`citizen ${of}`);
  const two = (low: number, high: number) => String(random.whole(low, high)).padStart(2, '0');
  const birth = `${random.whole(1968, 2003)}${two(1, 12)}${two(1, 28)}`;
  const start = `${random.pick(counties)}${birth}${String(random.whole(1, 999)).padStart(3, '0')}`;
  return start + citizenCheck(start);
}
