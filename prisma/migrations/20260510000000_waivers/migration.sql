-- CreateTable
CREATE TABLE "WaiverApplication" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "policyId" INTEGER NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "ventureId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "stateSince" DATETIME NOT NULL,
    "answers" JSONB NOT NULL,
    "begunAt" DATETIME NOT NULL,
    "begunById" INTEGER,
    "submittedAt" DATETIME,
    "dueOn" TEXT,
    "determineBy" TEXT,
    "claimedById" INTEGER,
    "claimedAt" DATETIME,
    "corrections" INTEGER NOT NULL DEFAULT 0,
    "openFields" JSONB,
    "noticeFrom" TEXT,
    "noticeTo" TEXT,
    "reconsiderations" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "WaiverApplication_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "PolicyVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverApplication_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverApplication_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverApplication_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverApplication_state" CHECK ("state" IN ('draft', 'submitted', 'correction', 'park-review', 'county-review', 'bureau-review', 'notice', 'reconsideration', 'granted', 'refused', 'withdrawn', 'lapsed', 'revoked')),
    CONSTRAINT "WaiverApplication_submitted" CHECK ("submittedAt" IS NOT NULL OR "state" IN ('draft', 'withdrawn')),
    CONSTRAINT "WaiverApplication_notice" CHECK (("noticeFrom" IS NULL) = ("noticeTo" IS NULL)),
    CONSTRAINT "WaiverApplication_claim" CHECK (("claimedById" IS NULL) = ("claimedAt" IS NULL))
);

-- CreateTable
CREATE TABLE "WaiverEdition" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "applicationId" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "proof" JSONB NOT NULL,
    "basis" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "madeById" INTEGER,
    CONSTRAINT "WaiverEdition_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverEdition_basis" CHECK ("basis" IN ('self', 'paper'))
);

-- CreateTable
CREATE TABLE "WaiverStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "applicationId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" INTEGER,
    "move" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "inside" TEXT NOT NULL DEFAULT '',
    "facts" JSONB,
    "outcome" JSONB,
    CONSTRAINT "WaiverStep_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WaiverProof" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "applicationId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "proofFileId" INTEGER NOT NULL,
    CONSTRAINT "WaiverProof_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverProof_proofFileId_fkey" FOREIGN KEY ("proofFileId") REFERENCES "ProofFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WaiverComment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "applicationId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" INTEGER,
    "audience" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "WaiverComment_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverComment_audience" CHECK ("audience" IN ('inside', 'founder'))
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "applicationId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "resolvedAt" DATETIME,
    "resolvedById" INTEGER,
    CONSTRAINT "Objection_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_state" CHECK ("state" IN ('open', 'dismissed', 'upheld')),
    CONSTRAINT "Objection_resolved" CHECK (("state" = 'open') = ("resolvedAt" IS NULL))
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "applicationId" INTEGER NOT NULL,
    "stepId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "content" JSONB NOT NULL,
    "bodyZh" TEXT NOT NULL,
    "bodyEn" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    CONSTRAINT "Letter_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Letter_stepId_fkey" FOREIGN KEY ("stepId") REFERENCES "WaiverStep" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Waiver" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "applicationId" INTEGER NOT NULL,
    "policyId" INTEGER NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "ventureId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,
    "tenancyId" INTEGER,
    "area" INTEGER NOT NULL,
    "rent" INTEGER NOT NULL,
    "beganOn" TEXT NOT NULL,
    "termEndOn" TEXT NOT NULL,
    "endedOn" TEXT,
    "endReason" TEXT,
    "facts" JSONB NOT NULL,
    "grantedAt" DATETIME NOT NULL,
    "grantedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Waiver_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "WaiverApplication" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "PolicyVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Waiver_term" CHECK ("termEndOn" > "beganOn"),
    CONSTRAINT "Waiver_ended" CHECK ("endedOn" IS NULL OR ("endedOn" >= "beganOn" AND "endedOn" <= "termEndOn")),
    CONSTRAINT "Waiver_reason" CHECK (("endedOn" IS NULL) = ("endReason" IS NULL)),
    CONSTRAINT "Waiver_money" CHECK ("rent" >= 0 AND "area" > 0)
);

-- CreateTable
CREATE TABLE "WaiverMonth" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "waiverId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "effectiveOn" TEXT NOT NULL,
    "fen" INTEGER NOT NULL,
    "reversesId" INTEGER,
    CONSTRAINT "WaiverMonth_waiverId_fkey" FOREIGN KEY ("waiverId") REFERENCES "Waiver" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverMonth_reversesId_fkey" FOREIGN KEY ("reversesId") REFERENCES "WaiverMonth" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverMonth_sign" CHECK (("fen" < 0) = ("reversesId" IS NOT NULL) AND "fen" <> 0)
);

-- CreateIndex
CREATE UNIQUE INDEX "WaiverApplication_number_key" ON "WaiverApplication"("number");

-- CreateIndex
CREATE INDEX "WaiverApplication_state_dueOn_idx" ON "WaiverApplication"("state", "dueOn");

-- CreateIndex
CREATE INDEX "WaiverApplication_parkId_state_idx" ON "WaiverApplication"("parkId", "state");

-- CreateIndex
CREATE INDEX "WaiverApplication_personId_idx" ON "WaiverApplication"("personId");

-- CreateIndex
CREATE INDEX "WaiverApplication_ventureId_idx" ON "WaiverApplication"("ventureId");

-- CreateIndex
CREATE INDEX "WaiverApplication_policyVersionId_idx" ON "WaiverApplication"("policyVersionId");

-- CreateIndex
CREATE INDEX "WaiverApplication_claimedById_idx" ON "WaiverApplication"("claimedById");

-- CreateIndex
CREATE UNIQUE INDEX "WaiverEdition_applicationId_edition_key" ON "WaiverEdition"("applicationId", "edition");

-- CreateIndex
CREATE INDEX "WaiverStep_applicationId_id_idx" ON "WaiverStep"("applicationId", "id");

-- CreateIndex
CREATE INDEX "WaiverStep_move_at_idx" ON "WaiverStep"("move", "at");

-- CreateIndex
CREATE INDEX "WaiverProof_proofFileId_idx" ON "WaiverProof"("proofFileId");

-- CreateIndex
CREATE UNIQUE INDEX "WaiverProof_applicationId_item_proofFileId_key" ON "WaiverProof"("applicationId", "item", "proofFileId");

-- CreateIndex
CREATE INDEX "WaiverComment_applicationId_id_idx" ON "WaiverComment"("applicationId", "id");

-- CreateIndex
CREATE INDEX "Objection_applicationId_state_idx" ON "Objection"("applicationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_number_key" ON "Letter"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_stepId_key" ON "Letter"("stepId");

-- CreateIndex
CREATE INDEX "Letter_applicationId_idx" ON "Letter"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Waiver_number_key" ON "Waiver"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Waiver_applicationId_key" ON "Waiver"("applicationId");

-- CreateIndex
CREATE INDEX "Waiver_ventureId_idx" ON "Waiver"("ventureId");

-- CreateIndex
CREATE INDEX "Waiver_personId_idx" ON "Waiver"("personId");

-- CreateIndex
CREATE INDEX "Waiver_parkId_beganOn_idx" ON "Waiver"("parkId", "beganOn");

-- CreateIndex
CREATE UNIQUE INDEX "WaiverMonth_reversesId_key" ON "WaiverMonth"("reversesId");

-- CreateIndex
CREATE INDEX "WaiverMonth_waiverId_month_idx" ON "WaiverMonth"("waiverId", "month");

-- A venture has one case at a time under a policy.
CREATE UNIQUE INDEX "WaiverApplication_one_open" ON "WaiverApplication"("ventureId", "policyId")
    WHERE "state" IN ('draft', 'submitted', 'correction', 'park-review', 'county-review', 'bureau-review', 'notice', 'reconsideration');

-- What was handed in, decided, sent and granted is only ever added to.
CREATE TRIGGER "WaiverEdition_no_update" BEFORE UPDATE ON "WaiverEdition"
BEGIN SELECT RAISE(ABORT, 'WaiverEdition is only ever added to'); END;
CREATE TRIGGER "WaiverEdition_no_delete" BEFORE DELETE ON "WaiverEdition"
BEGIN SELECT RAISE(ABORT, 'WaiverEdition is only ever added to'); END;
CREATE TRIGGER "WaiverStep_no_update" BEFORE UPDATE ON "WaiverStep"
BEGIN SELECT RAISE(ABORT, 'WaiverStep is only ever added to'); END;
CREATE TRIGGER "WaiverStep_no_delete" BEFORE DELETE ON "WaiverStep"
BEGIN SELECT RAISE(ABORT, 'WaiverStep is only ever added to'); END;
CREATE TRIGGER "Letter_no_update" BEFORE UPDATE ON "Letter"
BEGIN SELECT RAISE(ABORT, 'Letter is only ever added to'); END;
CREATE TRIGGER "Letter_no_delete" BEFORE DELETE ON "Letter"
BEGIN SELECT RAISE(ABORT, 'Letter is only ever added to'); END;
CREATE TRIGGER "WaiverMonth_no_update" BEFORE UPDATE ON "WaiverMonth"
BEGIN SELECT RAISE(ABORT, 'WaiverMonth is only ever added to'); END;
CREATE TRIGGER "WaiverMonth_no_delete" BEFORE DELETE ON "WaiverMonth"
BEGIN SELECT RAISE(ABORT, 'WaiverMonth is only ever added to'); END;
