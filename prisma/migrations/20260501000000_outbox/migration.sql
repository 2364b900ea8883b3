-- A founder may sign in with a phone, which a code has proven. Staff have none: a stolen card would open their account.
-- AlterTable
ALTER TABLE "Account" ADD COLUMN "phone" TEXT CONSTRAINT "Account_phone" CHECK ("phone" IS NULL OR "role" = 'founder');

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" INTEGER,
    "personId" INTEGER,
    "phone" TEXT,
    "key" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "href" TEXT,
    "lang" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME,
    "expiresAt" DATETIME,
    "sentAt" DATETIME,
    "lastError" TEXT,
    "readAt" DATETIME,
    CONSTRAINT "OutboxMessage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutboxMessage_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutboxMessage_somebody" CHECK ("accountId" IS NOT NULL OR "personId" IS NOT NULL OR "phone" IS NOT NULL),
    CONSTRAINT "OutboxMessage_sent_once" CHECK ("sentAt" IS NULL OR "nextTryAt" IS NULL)
);

-- CreateTable
CREATE TABLE "PhoneCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "accountId" INTEGER,
    "place" TEXT NOT NULL,
    "isKnown" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "usedAt" DATETIME,
    CONSTRAINT "PhoneCode_purpose" CHECK ("purpose" IN ('register', 'forgotten', 'phone')),
    CONSTRAINT "PhoneCode_tries" CHECK ("tries" BETWEEN 0 AND 5),
    CONSTRAINT "PhoneCode_whose" CHECK (("purpose" = 'phone') = ("accountId" IS NOT NULL))
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_phone_key" ON "Account"("phone");

-- CreateIndex
CREATE INDEX "OutboxMessage_accountId_readAt_idx" ON "OutboxMessage"("accountId", "readAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_accountId_id_idx" ON "OutboxMessage"("accountId", "id");

-- CreateIndex
CREATE INDEX "OutboxMessage_personId_idx" ON "OutboxMessage"("personId");

-- CreateIndex
CREATE INDEX "OutboxMessage_nextTryAt_idx" ON "OutboxMessage"("nextTryAt");

-- CreateIndex
CREATE INDEX "PhoneCode_phone_createdAt_idx" ON "PhoneCode"("phone", "createdAt");

-- CreateIndex
CREATE INDEX "PhoneCode_place_createdAt_idx" ON "PhoneCode"("place", "createdAt");

-- CreateIndex
CREATE INDEX "PhoneCode_createdAt_idx" ON "PhoneCode"("createdAt");
