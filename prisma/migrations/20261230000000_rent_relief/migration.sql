-- 市场租金: what a space would bring on the market, from a day on and by a source. Only ever added to: of several for
-- one day the newest holds, and where it has no amount the market rent is not known.
CREATE TABLE "SpaceValuation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "spaceId" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "fen" INTEGER,
    "source" TEXT NOT NULL,
    "enteredAt" DATETIME,
    "enteredById" INTEGER,
    CONSTRAINT "SpaceValuation_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpaceValuation_fen" CHECK ("fen" >= 0)
);
CREATE INDEX "SpaceValuation_spaceId_fromOn_idx" ON "SpaceValuation"("spaceId", "fromOn");

-- What was entered until now is taken as known since the space was opened; its source was not recorded.
INSERT INTO "SpaceValuation" ("spaceId", "fromOn", "fen", "source")
SELECT "id", "openedOn", "marketRent", '' FROM "Space" ORDER BY "id";

CREATE TRIGGER "SpaceValuation_no_update" BEFORE UPDATE ON "SpaceValuation"
BEGIN SELECT RAISE(ABORT, 'valuations are only ever added to'); END;
CREATE TRIGGER "SpaceValuation_no_delete" BEFORE DELETE ON "SpaceValuation"
BEGIN SELECT RAISE(ABORT, 'valuations are only ever added to'); END;

-- The column goes; as a rule of the table names it, the table is made anew. Foreign keys are off while migrations run.
CREATE TABLE "new_Space" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parkId" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "island" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "area" INTEGER NOT NULL,
    "owner" TEXT NOT NULL,
    "mapX" INTEGER,
    "mapY" INTEGER,
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Space_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Space_area" CHECK ("area" > 0)
);
INSERT INTO "new_Space" SELECT "id", "parkId", "number", "name", "kind", "village", "island", "address", "area", "owner",
    "mapX", "mapY", "openedOn", "closedOn", "version" FROM "Space";
DROP TABLE "Space";
ALTER TABLE "new_Space" RENAME TO "Space";
CREATE INDEX "Space_parkId_number_idx" ON "Space"("parkId", "number");
CREATE UNIQUE INDEX "Space_number_key" ON "Space"("number");

-- On what the rent of a lease rests; null where it was entered before that was recorded.
ALTER TABLE "Tenancy" ADD COLUMN "restsOn" TEXT;
ALTER TABLE "Tenancy" ADD COLUMN "policyVersionId" INTEGER REFERENCES "PolicyVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Tenancy" ADD COLUMN "clause" TEXT;
-- Of a lease that ran out and was not ended: the first day for which its rent was not yet entered in the ledger.
ALTER TABLE "Tenancy" ADD COLUMN "heldOverTo" TEXT;
