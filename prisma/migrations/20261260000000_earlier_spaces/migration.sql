-- Area, village and island of a space change from a day on: what they were before stays, for the days before.
CREATE TABLE "EarlierSpace" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "spaceId" INTEGER NOT NULL,
    "area" INTEGER NOT NULL,
    "village" TEXT NOT NULL,
    "island" TEXT NOT NULL,
    "changedOn" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "EarlierSpace_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierSpace_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierSpace_area" CHECK ("area" > 0)
);
CREATE UNIQUE INDEX "EarlierSpace_spaceId_changedOn_key" ON "EarlierSpace"("spaceId", "changedOn");

-- On no day are the leases of a space together larger than the space was on that day.
DROP TRIGGER "Tenancy_area_insert";
DROP TRIGGER "Tenancy_area_update";

CREATE TRIGGER "Tenancy_area_insert" BEFORE INSERT ON "Tenancy"
WHEN (NEW."endedOn" IS NULL OR NEW."endedOn" > NEW."beganOn") AND EXISTS (
    SELECT 1 FROM (
        SELECT NEW."beganOn" AS "day"
        UNION ALL SELECT d."beganOn" FROM "Tenancy" d WHERE d."spaceId" = NEW."spaceId"
        UNION ALL SELECT c."changedOn" FROM "EarlierSpace" c WHERE c."spaceId" = NEW."spaceId"
    ) AS t
    WHERE t."day" >= NEW."beganOn" AND (NEW."endedOn" IS NULL OR t."day" < NEW."endedOn")
    AND NEW."area" + (
        SELECT COALESCE(SUM(o."area"), 0) FROM "Tenancy" o WHERE o."spaceId" = NEW."spaceId"
        AND o."beganOn" <= t."day" AND (o."endedOn" IS NULL OR o."endedOn" > t."day")
    ) > COALESCE(
        (SELECT e."area" FROM "EarlierSpace" e WHERE e."spaceId" = NEW."spaceId" AND e."changedOn" > t."day"
        ORDER BY e."changedOn" LIMIT 1),
        (SELECT s."area" FROM "Space" s WHERE s."id" = NEW."spaceId")
    )
)
BEGIN SELECT RAISE(ABORT, 'tenancies of a space overlap and are together larger than it'); END;

CREATE TRIGGER "Tenancy_area_update" BEFORE UPDATE OF "spaceId", "beganOn", "endedOn", "area" ON "Tenancy"
WHEN (NEW."endedOn" IS NULL OR NEW."endedOn" > NEW."beganOn") AND EXISTS (
    SELECT 1 FROM (
        SELECT NEW."beganOn" AS "day"
        UNION ALL SELECT d."beganOn" FROM "Tenancy" d WHERE d."spaceId" = NEW."spaceId" AND d."id" <> NEW."id"
        UNION ALL SELECT c."changedOn" FROM "EarlierSpace" c WHERE c."spaceId" = NEW."spaceId"
    ) AS t
    WHERE t."day" >= NEW."beganOn" AND (NEW."endedOn" IS NULL OR t."day" < NEW."endedOn")
    AND NEW."area" + (
        SELECT COALESCE(SUM(o."area"), 0) FROM "Tenancy" o WHERE o."spaceId" = NEW."spaceId" AND o."id" <> NEW."id"
        AND o."beganOn" <= t."day" AND (o."endedOn" IS NULL OR o."endedOn" > t."day")
    ) > COALESCE(
        (SELECT e."area" FROM "EarlierSpace" e WHERE e."spaceId" = NEW."spaceId" AND e."changedOn" > t."day"
        ORDER BY e."changedOn" LIMIT 1),
        (SELECT s."area" FROM "Space" s WHERE s."id" = NEW."spaceId")
    )
)
BEGIN SELECT RAISE(ABORT, 'tenancies of a space overlap and are together larger than it'); END;
