-- Money that is paid: to whom, what is claimed of a grant month by month, and how it is paid.
ALTER TABLE "Waiver" ADD COLUMN "form" TEXT NOT NULL DEFAULT 'waiver' CONSTRAINT "Waiver_form" CHECK ("form" IN ('waiver', 'subsidy'));

CREATE TABLE "PayeeAccount" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "ventureId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "branch" TEXT NOT NULL DEFAULT '',
    "sealed" BLOB NOT NULL,
    "keyId" TEXT NOT NULL,
    "lookup" TEXT NOT NULL,
    "lookupKeyId" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    "confirmedAt" DATETIME,
    "confirmedById" INTEGER,
    "endedAt" DATETIME,
    "endedById" INTEGER,
    CONSTRAINT "PayeeAccount_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PayeeAccount_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PayeeAccount_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PayeeAccount_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PayeeAccount_kind" CHECK ("kind" IN ('card', 'corporate')),
    CONSTRAINT "PayeeAccount_state" CHECK ("state" IN ('proposed', 'active', 'replaced', 'refused', 'withdrawn', 'removed')),
    CONSTRAINT "PayeeAccount_consent" CHECK ("consent" IN ('self', 'paper')),
    CONSTRAINT "PayeeAccount_lastFour" CHECK (length("lastFour") = 4),
    -- Who proposed a change never confirms it.
    CONSTRAINT "PayeeAccount_two" CHECK ("confirmedById" IS NULL OR "enteredById" IS NULL OR "confirmedById" <> "enteredById")
);
CREATE UNIQUE INDEX "PayeeAccount_number_key" ON "PayeeAccount"("number");
CREATE INDEX "PayeeAccount_ventureId_idx" ON "PayeeAccount"("ventureId");
CREATE INDEX "PayeeAccount_lookup_idx" ON "PayeeAccount"("lookup");
CREATE INDEX "PayeeAccount_keyId_idx" ON "PayeeAccount"("keyId");
CREATE UNIQUE INDEX "PayeeAccount_one_active" ON "PayeeAccount"("ventureId") WHERE "state" = 'active';
CREATE UNIQUE INDEX "PayeeAccount_one_proposed" ON "PayeeAccount"("ventureId") WHERE "state" = 'proposed';

CREATE TABLE "SubsidyClaim" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "waiverId" INTEGER NOT NULL,
    "fromMonth" TEXT NOT NULL,
    "toMonth" TEXT NOT NULL,
    "fen" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL,
    "submittedOn" TEXT,
    "begunAt" DATETIME NOT NULL,
    "begunById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "SubsidyClaim_waiverId_fkey" FOREIGN KEY ("waiverId") REFERENCES "Waiver" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyClaim_begunById_fkey" FOREIGN KEY ("begunById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyClaim_state" CHECK ("state" IN ('draft', 'submitted', 'returned', 'checked', 'approved', 'refused', 'withdrawn')),
    CONSTRAINT "SubsidyClaim_months" CHECK ("fromMonth" <= "toMonth"),
    CONSTRAINT "SubsidyClaim_fen" CHECK ("fen" >= 0)
);
CREATE UNIQUE INDEX "SubsidyClaim_number_key" ON "SubsidyClaim"("number");
CREATE INDEX "SubsidyClaim_waiverId_idx" ON "SubsidyClaim"("waiverId");
CREATE INDEX "SubsidyClaim_state_idx" ON "SubsidyClaim"("state");

CREATE TABLE "SubsidyClaimMonth" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "claimId" INTEGER NOT NULL,
    "waiverId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "fen" INTEGER NOT NULL DEFAULT 0,
    "endedAt" DATETIME,
    CONSTRAINT "SubsidyClaimMonth_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "SubsidyClaim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyClaimMonth_waiverId_fkey" FOREIGN KEY ("waiverId") REFERENCES "Waiver" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyClaimMonth_fen" CHECK ("fen" >= 0)
);
CREATE UNIQUE INDEX "SubsidyClaimMonth_claimId_month_key" ON "SubsidyClaimMonth"("claimId", "month");
CREATE INDEX "SubsidyClaimMonth_waiverId_month_idx" ON "SubsidyClaimMonth"("waiverId", "month");
-- A month of a grant is in one living claim at a time, whoever asks.
CREATE UNIQUE INDEX "SubsidyClaimMonth_one_living" ON "SubsidyClaimMonth"("waiverId", "month") WHERE "endedAt" IS NULL;

CREATE TABLE "SubsidyStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "claimId" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "SubsidyStep_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "SubsidyClaim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyStep_move" CHECK ("move" IN ('submit', 'check', 'return', 'approve', 'refuse', 'withdraw'))
);
CREATE INDEX "SubsidyStep_claimId_idx" ON "SubsidyStep"("claimId");
CREATE TRIGGER "SubsidyStep_no_update" BEFORE UPDATE ON "SubsidyStep"
BEGIN SELECT RAISE(ABORT, 'steps are only ever added'); END;
CREATE TRIGGER "SubsidyStep_no_delete" BEFORE DELETE ON "SubsidyStep"
BEGIN SELECT RAISE(ABORT, 'steps are only ever added'); END;

CREATE TABLE "SubsidyReceipt" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "claimId" INTEGER NOT NULL,
    "proofFileId" INTEGER NOT NULL,
    "fen" INTEGER NOT NULL,
    "paidOn" TEXT NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedById" INTEGER,
    CONSTRAINT "SubsidyReceipt_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "SubsidyClaim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyReceipt_proofFileId_fkey" FOREIGN KEY ("proofFileId") REFERENCES "ProofFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyReceipt_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyReceipt_fen" CHECK ("fen" > 0)
);
CREATE INDEX "SubsidyReceipt_claimId_idx" ON "SubsidyReceipt"("claimId");
CREATE INDEX "SubsidyReceipt_proofFileId_idx" ON "SubsidyReceipt"("proofFileId");

CREATE TABLE "PaymentBatch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "madeById" INTEGER,
    "releasedAt" DATETIME,
    "releasedById" INTEGER,
    "cancelledAt" DATETIME,
    "cancelledById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "PaymentBatch_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentBatch_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentBatch_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentBatch_cancelledById_fkey" FOREIGN KEY ("cancelledById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentBatch_state" CHECK ("state" IN ('gathered', 'released', 'cancelled')),
    -- Who gathered a batch never releases it.
    CONSTRAINT "PaymentBatch_two" CHECK ("releasedById" IS NULL OR "madeById" IS NULL OR "releasedById" <> "madeById")
);
CREATE UNIQUE INDEX "PaymentBatch_number_key" ON "PaymentBatch"("number");
CREATE INDEX "PaymentBatch_regionCode_idx" ON "PaymentBatch"("regionCode");

CREATE TABLE "PaymentLine" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "batchId" INTEGER NOT NULL,
    "claimId" INTEGER NOT NULL,
    "payeeId" INTEGER NOT NULL,
    "fen" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "paidOn" TEXT,
    "returnedOn" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "answeredAt" DATETIME,
    "replacesId" INTEGER,
    CONSTRAINT "PaymentLine_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PaymentBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentLine_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "SubsidyClaim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentLine_payeeId_fkey" FOREIGN KEY ("payeeId") REFERENCES "PayeeAccount" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentLine_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "PaymentLine" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentLine_fen" CHECK ("fen" > 0),
    CONSTRAINT "PaymentLine_state" CHECK ("state" IN ('gathered', 'sent', 'paid', 'failed', 'returned', 'dropped')),
    CONSTRAINT "PaymentLine_days" CHECK (("state" <> 'paid' OR "paidOn" IS NOT NULL) AND ("state" <> 'returned' OR "returnedOn" IS NOT NULL))
);
CREATE UNIQUE INDEX "PaymentLine_number_key" ON "PaymentLine"("number");
CREATE UNIQUE INDEX "PaymentLine_replacesId_key" ON "PaymentLine"("replacesId");
CREATE INDEX "PaymentLine_batchId_idx" ON "PaymentLine"("batchId");
CREATE INDEX "PaymentLine_claimId_idx" ON "PaymentLine"("claimId");
CREATE INDEX "PaymentLine_payeeId_idx" ON "PaymentLine"("payeeId");
-- A claim is under payment, or paid, once.
CREATE UNIQUE INDEX "PaymentLine_one_living" ON "PaymentLine"("claimId") WHERE "state" IN ('gathered', 'sent', 'paid');

CREATE TABLE "PaymentAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "batchId" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "readAt" DATETIME NOT NULL,
    "readById" INTEGER,
    CONSTRAINT "PaymentAnswer_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PaymentBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PaymentAnswer_readById_fkey" FOREIGN KEY ("readById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "PaymentAnswer_batchId_idx" ON "PaymentAnswer"("batchId");

CREATE TABLE "SubsidyRepayment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "claimId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "fen" INTEGER NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "SubsidyRepayment_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "SubsidyClaim" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyRepayment_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SubsidyRepayment_fen" CHECK ("fen" > 0)
);
CREATE INDEX "SubsidyRepayment_claimId_idx" ON "SubsidyRepayment"("claimId");
CREATE TRIGGER "SubsidyRepayment_no_update" BEFORE UPDATE ON "SubsidyRepayment"
BEGIN SELECT RAISE(ABORT, 'repayments are only ever added'); END;
CREATE TRIGGER "SubsidyRepayment_no_delete" BEFORE DELETE ON "SubsidyRepayment"
BEGIN SELECT RAISE(ABORT, 'repayments are only ever added'); END;
