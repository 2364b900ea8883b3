-- CreateTable
CREATE TABLE "Policy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PolicyVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "policyId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "draftedAt" DATETIME NOT NULL,
    "draftedById" INTEGER,
    "changedById" INTEGER,
    "beganOn" TEXT,
    "endedOn" TEXT,
    "putInForceAt" DATETIME,
    "putInForceById" INTEGER,
    CONSTRAINT "PolicyVersion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "Policy" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyVersion_in_force" CHECK (("putInForceAt" IS NULL) = ("beganOn" IS NULL)),
    CONSTRAINT "PolicyVersion_period" CHECK ("endedOn" IS NULL OR ("beganOn" IS NOT NULL AND "endedOn" > "beganOn")),
    CONSTRAINT "PolicyVersion_second_person" CHECK ("putInForceById" IS NULL OR (
        ("draftedById" IS NULL OR "putInForceById" <> "draftedById") AND
        ("changedById" IS NULL OR "putInForceById" <> "changedById")))
);

-- CreateIndex
CREATE UNIQUE INDEX "Policy_code_key" ON "Policy"("code");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyVersion_policyId_number_key" ON "PolicyVersion"("policyId", "number");

-- What follows is beyond the schema language.

-- One draft of a policy at a time, and one version without an end.
CREATE UNIQUE INDEX "PolicyVersion_one_draft" ON "PolicyVersion"("policyId") WHERE "putInForceAt" IS NULL;
CREATE UNIQUE INDEX "PolicyVersion_one_open" ON "PolicyVersion"("policyId") WHERE "putInForceAt" IS NOT NULL AND "endedOn" IS NULL;

-- A version that was put in force never changes: it can be given its end, once.
CREATE TRIGGER "PolicyVersion_no_update" BEFORE UPDATE ON "PolicyVersion"
WHEN OLD."putInForceAt" IS NOT NULL AND NOT (
    OLD."endedOn" IS NULL AND NEW."endedOn" IS NOT NULL
    AND NEW."id" = OLD."id" AND NEW."policyId" = OLD."policyId" AND NEW."number" = OLD."number"
    AND NEW."rules" = OLD."rules" AND NEW."revision" = OLD."revision"
    AND NEW."draftedAt" = OLD."draftedAt" AND NEW."draftedById" IS OLD."draftedById"
    AND NEW."changedById" IS OLD."changedById" AND NEW."beganOn" = OLD."beganOn"
    AND NEW."putInForceAt" = OLD."putInForceAt" AND NEW."putInForceById" IS OLD."putInForceById"
)
BEGIN SELECT RAISE(ABORT, 'a version in force never changes'); END;

CREATE TRIGGER "PolicyVersion_no_delete" BEFORE DELETE ON "PolicyVersion"
WHEN OLD."putInForceAt" IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a version in force never changes'); END;

CREATE TRIGGER "PolicyVersion_no_overlap" BEFORE UPDATE OF "putInForceAt" ON "PolicyVersion"
WHEN NEW."putInForceAt" IS NOT NULL AND EXISTS (
    SELECT 1 FROM "PolicyVersion" WHERE "policyId" = NEW."policyId" AND "id" <> NEW."id"
    AND "putInForceAt" IS NOT NULL AND ("endedOn" IS NULL OR "endedOn" > NEW."beganOn")
)
BEGIN SELECT RAISE(ABORT, 'versions of a policy overlap'); END;
