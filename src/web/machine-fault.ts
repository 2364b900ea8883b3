import { type BoxFault, boxFaultOf } from '../database/box-faults.js';
import { HttpProblem } from './errors.js';

/** After how many seconds a program should try again: a lock is soon free, a full disk waits for somebody. */
const RETRY_AFTER: Record<BoxFault, number> = {
  busy: 5,
  slow: 5,
  interrupted: 5,
  exhausted: 10,
  io: 30,
  full: 60,
  readonly: 60,
  corrupt: 300,
};

/** A fault of the machine is no bug: 503 with its reason, and when to try again. Null for any other error. */
export function machineFaultOf(error: unknown): HttpProblem | null {
  const fault = boxFaultOf(error);
  if (fault === null) return null;
  return new HttpProblem(503, `web.machine.${fault}`, {
    'Retry-After': String(RETRY_AFTER[fault]),
  });
}
