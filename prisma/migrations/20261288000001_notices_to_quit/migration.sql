-- A notice to quit (退租通知): given by one side of a lease on a day, for a day. It ends nothing by itself, and may be withdrawn.
CREATE TABLE "QuitNotice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tenancyId" INTEGER NOT NULL,
    "givenBy" TEXT NOT NULL,
    "givenOn" TEXT NOT NULL,
    "endsOn" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedAt" DATETIME NOT NULL,
    "recordedById" INTEGER,
    "withdrawnAt" DATETIME,
    "withdrawnById" INTEGER,
    CONSTRAINT "QuitNotice_tenancyId_fkey" FOREIGN KEY ("tenancyId") REFERENCES "Tenancy" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QuitNotice_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QuitNotice_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "QuitNotice_givenBy" CHECK ("givenBy" IN ('tenant', 'park'))
);
CREATE INDEX "QuitNotice_tenancyId_idx" ON "QuitNotice"("tenancyId");

-- The scan of the agreement of a lease.
CREATE TABLE "LeasePaper" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tenancyId" INTEGER NOT NULL,
    "proofFileId" INTEGER NOT NULL,
    "attachedAt" DATETIME NOT NULL,
    "attachedById" INTEGER,
    CONSTRAINT "LeasePaper_tenancyId_fkey" FOREIGN KEY ("tenancyId") REFERENCES "Tenancy" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LeasePaper_proofFileId_fkey" FOREIGN KEY ("proofFileId") REFERENCES "ProofFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LeasePaper_attachedById_fkey" FOREIGN KEY ("attachedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "LeasePaper_proofFileId_key" ON "LeasePaper"("proofFileId");
CREATE INDEX "LeasePaper_tenancyId_idx" ON "LeasePaper"("tenancyId");
