import { Refusal } from '../language/refusal.js';
import { isOfClosed } from './closed-months.js';

/**
 * Tells a closed month at the field of the form that asks for it. What finds it, an entry of the ledger or a day of
 * something that goes along, knows no field, or that of another form; a form that asks for no more than a reason has none.
 * @param field as the form names it; '' above the form
 */
export async function closedAt<T>(field: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const faults = error.faults.map((fault) =>
      isOfClosed(fault) ? Object.assign({}, fault, { field }) : fault,
    );
    throw new Refusal(faults, error.row);
  }
}
