-- A password that somebody else has set holds until its holder chooses one at the first sign-in. What is there was chosen.
-- AlterTable
ALTER TABLE "Account" ADD COLUMN "passwordGivenAt" DATETIME;

-- What one administrator asks for and another confirms.
-- CreateTable
CREATE TABLE "AccountRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "accountId" INTEGER,
    "accountVersion" INTEGER,
    "settings" JSONB,
    "ticket" TEXT,
    "passwordHash" TEXT,
    "reason" TEXT NOT NULL,
    "requestedAt" DATETIME NOT NULL,
    "requestedById" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "outcome" TEXT,
    "decidedAt" DATETIME,
    "decidedById" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "AccountRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AccountRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AccountRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AccountRequest_kind" CHECK ("kind" IN ('add', 'change', 'password', 'reactivate')),
    CONSTRAINT "AccountRequest_whose" CHECK ("kind" = 'add' OR "accountId" IS NOT NULL),
    CONSTRAINT "AccountRequest_outcome" CHECK ("outcome" IN ('confirmed', 'declined', 'withdrawn')),
    CONSTRAINT "AccountRequest_decided" CHECK (("outcome" IS NULL) = ("decidedAt" IS NULL) AND ("outcome" IS NULL) = ("decidedById" IS NULL)),
    CONSTRAINT "AccountRequest_two_people" CHECK ("outcome" IS NOT 'confirmed' OR ("decidedById" <> "requestedById" AND "decidedById" IS NOT "accountId")),
    CONSTRAINT "AccountRequest_never_oneself" CHECK ("requestedById" IS NOT "accountId")
);

-- CreateIndex
CREATE INDEX "AccountRequest_accountId_idx" ON "AccountRequest"("accountId");

-- CreateIndex
CREATE INDEX "AccountRequest_decidedAt_idx" ON "AccountRequest"("decidedAt");
