import { citizenCheck } from '../../src/input/citizen-number.js';

/** A number valid in form, different for each `sequence`. */
export function someCitizen(sequence = 1, { region = '330903', birth = '19900101' } = {}): string {
  const start = `${region}${birth}${String(sequence).padStart(3, '0')}`;
  return start + citizenCheck(start);
}
