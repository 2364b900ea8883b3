-- CreateTable
CREATE TABLE "Consent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "textVersion" INTEGER NOT NULL,
    "lang" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "givenAt" DATETIME NOT NULL,
    "givenById" INTEGER,
    "withdrawnAt" DATETIME,
    "withdrawnById" INTEGER,
    CONSTRAINT "Consent_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Consent_purpose" CHECK ("purpose" IN ('identity', 'proof')),
    CONSTRAINT "Consent_basis" CHECK ("basis" IN ('self', 'paper')),
    CONSTRAINT "Consent_order" CHECK ("withdrawnAt" IS NULL OR "withdrawnAt" >= "givenAt")
);

-- CreateTable
CREATE TABLE "Identity" (
    "personId" INTEGER NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,
    "keyId" TEXT NOT NULL,
    "lookup" TEXT NOT NULL,
    "lookupKeyId" TEXT NOT NULL,
    "masked" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    "neededFor" TEXT,
    CONSTRAINT "Identity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Identity_kind" CHECK ("kind" IN ('resident', 'passport', 'hk-macao', 'taiwan', 'foreign-permanent')),
    CONSTRAINT "Identity_lookup" CHECK (length("lookup") = 64),
    -- Never the number itself: at most its first and last character stand between the stars.
    CONSTRAINT "Identity_masked" CHECK ("masked" GLOB '?*?' AND length(replace("masked", '*', '')) <= 2)
);

-- CreateTable
CREATE TABLE "ProofFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "item" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storedAs" TEXT NOT NULL,
    "keyId" TEXT NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    "uploadedById" INTEGER,
    "neededFor" TEXT,
    "removedAt" DATETIME,
    "removedById" INTEGER,
    CONSTRAINT "ProofFile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ProofFile_size" CHECK ("size" > 0),
    CONSTRAINT "ProofFile_removed" CHECK ("removedAt" IS NULL OR ("name" = '' AND "sha256" = ''))
);

-- CreateIndex
CREATE INDEX "Consent_personId_purpose_idx" ON "Consent"("personId", "purpose");

-- CreateIndex
CREATE INDEX "Identity_lookup_idx" ON "Identity"("lookup");

-- CreateIndex
CREATE INDEX "Identity_keyId_idx" ON "Identity"("keyId");

-- CreateIndex
CREATE UNIQUE INDEX "ProofFile_storedAs_key" ON "ProofFile"("storedAs");

-- CreateIndex
CREATE INDEX "ProofFile_personId_idx" ON "ProofFile"("personId");

-- CreateIndex
CREATE INDEX "ProofFile_keyId_idx" ON "ProofFile"("keyId");

-- One consent a person and purpose stands at a time.
CREATE UNIQUE INDEX "Consent_one_live" ON "Consent"("personId", "purpose") WHERE "withdrawnAt" IS NULL;

-- What was agreed to, and when, is never changed; it is withdrawn once.
CREATE TRIGGER "Consent_no_update" BEFORE UPDATE ON "Consent"
WHEN OLD."withdrawnAt" IS NOT NULL OR NEW."personId" <> OLD."personId" OR NEW."purpose" <> OLD."purpose"
    OR NEW."textVersion" <> OLD."textVersion" OR NEW."lang" <> OLD."lang" OR NEW."basis" <> OLD."basis"
    OR NEW."givenAt" <> OLD."givenAt" OR NEW."givenById" IS NOT OLD."givenById"
BEGIN SELECT RAISE(ABORT, 'a consent is only ever withdrawn'); END;

CREATE TRIGGER "Consent_no_delete" BEFORE DELETE ON "Consent"
BEGIN SELECT RAISE(ABORT, 'consents are only ever added'); END;
