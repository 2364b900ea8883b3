import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { listed } from '../database/listed.js';
import { sql } from '../database/sql.js';
import { refuseIf } from '../language/refusal.js';
import { rulesOfText } from '../policies/parsed-rules.js';
import type { PolicyRules } from '../policies/rules.js';

/** On what the rent of a lease rests: a clause of a policy, what the park agreed by itself, or the market. */
export const rentBases = ['policy', 'agreement', 'market'] as const;
export type RentBasisKind = (typeof rentBases)[number];
export type RentBasis =
  | { rentBasis: 'policy'; policyVersionId: number; clause: string }
  | { rentBasis: 'agreement' | 'market' };

/** The columns that hold it; all null where it is not stated. */
export function basisColumns(basis: RentBasis | undefined) {
  const rentBasis = basis?.rentBasis ?? null;
  if (basis?.rentBasis !== 'policy') return { rentBasis, policyVersionId: null, clause: null };
  return { rentBasis, policyVersionId: basis.policyVersionId, clause: basis.clause };
}

/**
 * Refuses a clause that grants nothing, or that its policy does not have; and a rent of nothing that is called that of the
 * market, as the audit of parity would count it so. @throws Refusal with the row
 */
export async function refuseBasis(
  tx: Tx,
  leases: { basis?: RentBasis | undefined; rent: number }[],
): Promise<void> {
  leases.forEach(({ basis, rent }, row) => {
    refuseIf(
      [
        isOfNoMarket({ basis, rent }) && {
          field: 'basis',
          key: 'ventures.nothing-is-no-market-rent',
        },
      ],
      row,
    );
  });
  const bases = leases.map(({ basis }) => basis);
  const ids = bases.flatMap((basis) =>
    basis?.rentBasis === 'policy' ? [basis.policyVersionId] : [],
  );
  if (ids.length === 0) return;
  const rows = await rowsOf<{ id: number; rules: string }>(
    tx,
    sql`SELECT "id", "rules" FROM "PolicyVersion" WHERE "id" IN ${listed(ids)} AND "putInForceAt" IS NOT NULL`,
  );
  const clausesOf = new Map(rows.map(({ id, rules }) => [id, clausesIn(rulesOfText(rules))]));
  bases.forEach((basis, row) => {
    if (basis?.rentBasis !== 'policy') return;
    const isThere = clausesOf.get(basis.policyVersionId)?.includes(basis.clause) ?? false;
    refuseIf([!isThere && { field: 'basis', key: 'ventures.no-such-clause' }], row);
  });
}

/** Whether a rent of nothing is called that of the market. */
export const isOfNoMarket = ({
  basis,
  rent,
}: {
  basis?: RentBasis | undefined;
  rent: number;
}): boolean => basis?.rentBasis === 'market' && rent === 0;

/** The clauses of a policy that say what is not paid. */
export const clausesIn = ({ tiers }: PolicyRules): string[] => [
  ...new Set(tiers.map(({ clause }) => clause)),
];

/** As a form sends it: market, agreement, or policy:3:2.1 for a clause of a version. */
export const basisValue = (basis: RentBasis): string =>
  basis.rentBasis === 'policy'
    ? `policy:${basis.policyVersionId}:${basis.clause}`
    : basis.rentBasis;

/** @returns null for what is no basis */
export function basisOf(value: string): RentBasis | null {
  if (value === 'market' || value === 'agreement') return { rentBasis: value };
  const [, id, clause] = /^policy:(\d{1,9}):(.{1,40})$/u.exec(value) ?? [];
  if (id === undefined || clause === undefined) return null;
  return { rentBasis: 'policy', policyVersionId: Number(id), clause };
}
