-- CreateTable
CREATE TABLE "Region" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "parentCode" TEXT,
    CONSTRAINT "Region_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Park" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "islandZh" TEXT NOT NULL,
    "islandEn" TEXT NOT NULL,
    "villageZh" TEXT NOT NULL,
    "villageEn" TEXT NOT NULL,
    "operatorName" TEXT NOT NULL,
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "phone" TEXT,
    "aboutZh" TEXT NOT NULL DEFAULT '',
    "aboutEn" TEXT NOT NULL DEFAULT '',
    "mapX" INTEGER NOT NULL,
    "mapY" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Park_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Space" (
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
    "marketRent" INTEGER NOT NULL,
    "mapX" INTEGER,
    "mapY" INTEGER,
    "openedOn" TEXT NOT NULL,
    "closedOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Space_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Space_area" CHECK ("area" > 0),
    CONSTRAINT "Space_rent" CHECK ("marketRent" >= 0)
);

-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "namePinyin" TEXT NOT NULL,
    "phone" TEXT,
    "graduatedOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "PersonRole" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "ventureId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "beganOn" TEXT NOT NULL,
    "endedOn" TEXT,
    CONSTRAINT "PersonRole_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonRole_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonCategory" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "beganOn" TEXT NOT NULL,
    "endedOn" TEXT,
    "proof" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "PersonCategory_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Venture" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "searchText" TEXT NOT NULL,
    "legalForm" TEXT NOT NULL,
    "creditCode" TEXT,
    "creditCodeNote" TEXT,
    "industry" TEXT NOT NULL,
    "trade" TEXT,
    "registeredOn" TEXT,
    "phone" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "isNamed" BOOLEAN NOT NULL DEFAULT false,
    "loggedParkId" INTEGER NOT NULL,
    "loggedAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "Residency" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,
    "beganOn" TEXT NOT NULL,
    "endedOn" TEXT,
    "endReason" TEXT,
    "endNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Residency_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Residency_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Residency_period" CHECK ("endedOn" IS NULL OR "endedOn" > "beganOn"),
    CONSTRAINT "Residency_reason" CHECK (("endedOn" IS NULL) = ("endReason" IS NULL))
);

-- CreateTable
CREATE TABLE "Tenancy" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "spaceId" INTEGER NOT NULL,
    "beganOn" TEXT NOT NULL,
    "termEndOn" TEXT NOT NULL,
    "endedOn" TEXT,
    "rent" INTEGER NOT NULL,
    "area" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Tenancy_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tenancy_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Tenancy_term" CHECK ("termEndOn" > "beganOn"),
    CONSTRAINT "Tenancy_period" CHECK ("endedOn" IS NULL OR "endedOn" > "beganOn"),
    CONSTRAINT "Tenancy_rent" CHECK ("rent" >= 0),
    CONSTRAINT "Tenancy_area" CHECK ("area" > 0)
);

-- CreateTable
CREATE TABLE "JobsReturn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL,
    "graduates" INTEGER,
    "hardship" INTEGER,
    "returned" INTEGER,
    "local" INTEGER,
    "evidence" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "setAside" BOOLEAN NOT NULL DEFAULT false,
    "filedAt" DATETIME NOT NULL,
    "filedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "JobsReturn_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "JobsReturn_headcount" CHECK ("headcount" >= 0)
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "position" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "effectiveOn" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "measure" TEXT NOT NULL,
    "parkId" INTEGER NOT NULL,
    "ventureId" INTEGER,
    "amount" BIGINT NOT NULL,
    "causeKind" TEXT NOT NULL,
    "causeId" INTEGER NOT NULL,
    "reverses" INTEGER,
    "actorId" INTEGER,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "LedgerHead" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "LedgerHead_one" CHECK ("id" = 1)
);

-- CreateTable
CREATE TABLE "LedgerBalance" (
    "measure" TEXT NOT NULL,
    "parkId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,

    PRIMARY KEY ("measure", "parkId", "month")
);

-- CreateTable
CREATE TABLE "ReportedFigure" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "sequence" INTEGER NOT NULL,
    "system" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "low" TEXT,
    "high" TEXT,
    "highOpen" BOOLEAN NOT NULL DEFAULT true,
    "unitZh" TEXT NOT NULL,
    "unitEn" TEXT NOT NULL,
    "subjectZh" TEXT NOT NULL,
    "subjectEn" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "asOf" TEXT,
    "measure" TEXT,
    "note" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "HistoryEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" INTEGER,
    "verb" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "ventureId" INTEGER,
    "parkId" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "regionCode" TEXT,
    "personId" INTEGER,
    "isActive" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Account_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AccountPark" (
    "accountId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,

    PRIMARY KEY ("accountId", "parkId"),
    CONSTRAINT "AccountPark_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AccountPark_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "accountId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "userAgent" TEXT NOT NULL,
    CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "accountId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SignInTally" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "AcceptedForm" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "accountId" INTEGER NOT NULL,
    "location" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Region_parentCode_idx" ON "Region"("parentCode");

-- CreateIndex
CREATE UNIQUE INDEX "Park_number_key" ON "Park"("number");

-- CreateIndex
CREATE INDEX "Park_regionCode_idx" ON "Park"("regionCode");

-- CreateIndex
CREATE INDEX "Space_parkId_number_idx" ON "Space"("parkId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Space_number_key" ON "Space"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Person_number_key" ON "Person"("number");

-- CreateIndex
CREATE INDEX "Person_name_idx" ON "Person"("name");

-- CreateIndex
CREATE INDEX "Person_phone_idx" ON "Person"("phone");

-- CreateIndex
CREATE INDEX "PersonRole_ventureId_role_idx" ON "PersonRole"("ventureId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "PersonRole_personId_ventureId_role_beganOn_key" ON "PersonRole"("personId", "ventureId", "role", "beganOn");

-- CreateIndex
CREATE INDEX "PersonCategory_category_personId_idx" ON "PersonCategory"("category", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonCategory_personId_category_beganOn_key" ON "PersonCategory"("personId", "category", "beganOn");

-- CreateIndex
CREATE UNIQUE INDEX "Venture_number_key" ON "Venture"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Venture_creditCode_key" ON "Venture"("creditCode");

-- CreateIndex
CREATE INDEX "Venture_industry_idx" ON "Venture"("industry");

-- CreateIndex
CREATE INDEX "Venture_legalForm_idx" ON "Venture"("legalForm");

-- CreateIndex
CREATE INDEX "Venture_loggedParkId_idx" ON "Venture"("loggedParkId");

-- CreateIndex
CREATE INDEX "Residency_parkId_beganOn_endedOn_idx" ON "Residency"("parkId", "beganOn", "endedOn");

-- CreateIndex
CREATE INDEX "Residency_ventureId_endedOn_idx" ON "Residency"("ventureId", "endedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Residency_ventureId_beganOn_key" ON "Residency"("ventureId", "beganOn");

-- CreateIndex
CREATE INDEX "Tenancy_spaceId_beganOn_idx" ON "Tenancy"("spaceId", "beganOn");

-- CreateIndex
CREATE INDEX "Tenancy_ventureId_beganOn_idx" ON "Tenancy"("ventureId", "beganOn");

-- CreateIndex
CREATE INDEX "JobsReturn_month_ventureId_idx" ON "JobsReturn"("month", "ventureId");

-- CreateIndex
CREATE UNIQUE INDEX "JobsReturn_ventureId_month_key" ON "JobsReturn"("ventureId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_reverses_key" ON "LedgerEntry"("reverses");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_hash_key" ON "LedgerEntry"("hash");

-- CreateIndex
CREATE INDEX "LedgerEntry_measure_effectiveOn_parkId_amount_idx" ON "LedgerEntry"("measure", "effectiveOn", "parkId", "amount");

-- CreateIndex
CREATE INDEX "LedgerEntry_measure_parkId_effectiveOn_ventureId_amount_idx" ON "LedgerEntry"("measure", "parkId", "effectiveOn", "ventureId", "amount");

-- CreateIndex
CREATE INDEX "LedgerEntry_ventureId_measure_effectiveOn_idx" ON "LedgerEntry"("ventureId", "measure", "effectiveOn");

-- CreateIndex
CREATE INDEX "LedgerEntry_causeKind_causeId_idx" ON "LedgerEntry"("causeKind", "causeId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportedFigure_sequence_key" ON "ReportedFigure"("sequence");

-- CreateIndex
CREATE INDEX "HistoryEvent_subjectKind_subjectId_id_idx" ON "HistoryEvent"("subjectKind", "subjectId", "id");

-- CreateIndex
CREATE INDEX "HistoryEvent_ventureId_id_idx" ON "HistoryEvent"("ventureId", "id");

-- CreateIndex
CREATE INDEX "HistoryEvent_parkId_id_idx" ON "HistoryEvent"("parkId", "id");

-- CreateIndex
CREATE INDEX "HistoryEvent_actorId_id_idx" ON "HistoryEvent"("actorId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Account_username_key" ON "Account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "Account_role_idx" ON "Account"("role");

-- CreateIndex
CREATE INDEX "Session_accountId_idx" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "KnownDevice_accountId_idx" ON "KnownDevice"("accountId");

-- CreateIndex
CREATE INDEX "SignInTally_expiresAt_idx" ON "SignInTally"("expiresAt");

-- CreateIndex
CREATE INDEX "AcceptedForm_at_idx" ON "AcceptedForm"("at");

-- What follows is beyond the schema language.

-- A venture is in one park at a time.
CREATE UNIQUE INDEX "Residency_one_open" ON "Residency"("ventureId") WHERE "endedOn" IS NULL;

CREATE TRIGGER "Residency_no_overlap_insert" BEFORE INSERT ON "Residency"
WHEN EXISTS (
    SELECT 1 FROM "Residency" WHERE "ventureId" = NEW."ventureId"
    AND (NEW."endedOn" IS NULL OR "beganOn" < NEW."endedOn")
    AND ("endedOn" IS NULL OR "endedOn" > NEW."beganOn")
)
BEGIN SELECT RAISE(ABORT, 'residencies of a venture overlap'); END;

CREATE TRIGGER "Residency_no_overlap_update" BEFORE UPDATE ON "Residency"
WHEN EXISTS (
    SELECT 1 FROM "Residency" WHERE "ventureId" = NEW."ventureId" AND "id" <> NEW."id"
    AND (NEW."endedOn" IS NULL OR "beganOn" < NEW."endedOn")
    AND ("endedOn" IS NULL OR "endedOn" > NEW."beganOn")
)
BEGIN SELECT RAISE(ABORT, 'residencies of a venture overlap'); END;

-- A space is let to one venture at a time, until the day that the tenancy ended in fact.
CREATE TRIGGER "Tenancy_no_overlap_insert" BEFORE INSERT ON "Tenancy"
WHEN EXISTS (
    SELECT 1 FROM "Tenancy" WHERE "spaceId" = NEW."spaceId"
    AND (NEW."endedOn" IS NULL OR "beganOn" < NEW."endedOn")
    AND ("endedOn" IS NULL OR "endedOn" > NEW."beganOn")
)
BEGIN SELECT RAISE(ABORT, 'tenancies of a space overlap'); END;

CREATE TRIGGER "Tenancy_no_overlap_update" BEFORE UPDATE ON "Tenancy"
WHEN EXISTS (
    SELECT 1 FROM "Tenancy" WHERE "spaceId" = NEW."spaceId" AND "id" <> NEW."id"
    AND (NEW."endedOn" IS NULL OR "beganOn" < NEW."endedOn")
    AND ("endedOn" IS NULL OR "endedOn" > NEW."beganOn")
)
BEGIN SELECT RAISE(ABORT, 'tenancies of a space overlap'); END;

-- The ledger and the history are only ever added to.
CREATE TRIGGER "LedgerEntry_no_update" BEFORE UPDATE ON "LedgerEntry"
BEGIN SELECT RAISE(ABORT, 'ledger entries are only ever added'); END;

CREATE TRIGGER "LedgerEntry_no_delete" BEFORE DELETE ON "LedgerEntry"
BEGIN SELECT RAISE(ABORT, 'ledger entries are only ever added'); END;

CREATE TRIGGER "HistoryEvent_no_update" BEFORE UPDATE ON "HistoryEvent"
BEGIN SELECT RAISE(ABORT, 'history events are only ever added'); END;

CREATE TRIGGER "HistoryEvent_no_delete" BEFORE DELETE ON "HistoryEvent"
BEGIN SELECT RAISE(ABORT, 'history events are only ever added'); END;

INSERT INTO "LedgerHead" ("id", "position", "hash")
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
