-- A case may wait for a further paper that a desk asked for (supplement), and be over without having been accepted
-- (not-accepted). A list of values alone becomes longer, so no row is written.
PRAGMA writable_schema = ON;
UPDATE "sqlite_schema" SET "sql" = replace("sql", '''lapsed'', ''revoked'')', '''lapsed'', ''revoked'', ''supplement'', ''not-accepted'')')
WHERE "type" = 'table' AND "name" = 'WaiverApplication';
PRAGMA writable_schema = RESET;

-- A venture has one case at a time under a policy.
DROP INDEX "WaiverApplication_one_open";
CREATE UNIQUE INDEX "WaiverApplication_one_open" ON "WaiverApplication"("ventureId", "policyId")
    WHERE "state" IN ('draft', 'submitted', 'correction', 'supplement', 'park-review', 'county-review', 'bureau-review', 'notice', 'reconsideration');
