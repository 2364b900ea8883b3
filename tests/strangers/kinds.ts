import type { Db, Tx } from '../../src/database/database.js';
import type { World } from './world.js';

/** Who acts, with the name that a file would bear. */
export type Stranger = { accountId: number; name: string; at: Date };

/** An account that was closed; one of another park, county or venture; and those whose role does not do it. */
export type StrangerName =
  | 'gone'
  | 'administrator'
  | 'auditor'
  | 'manager'
  | 'county'
  | 'founder'
  | 'bureau';

/** To whom most verbs are barred: the bureau may do nearly all of them, and is left out. */
export const usualStrangers: StrangerName[] = [
  'gone',
  'administrator',
  'auditor',
  'manager',
  'county',
  'founder',
];

export type InTransaction = (world: World, tx: Tx, by: Stranger) => unknown;
type Act =
  | InTransaction
  /** A verb that begins its own transactions. */
  | { on: (world: World, db: Db, by: Stranger) => unknown; strangers?: StrangerName[] }
  | { act: InTransaction; strangers: StrangerName[] };
/** Verbs by their names. */
export type Acts = Record<string, Act>;
