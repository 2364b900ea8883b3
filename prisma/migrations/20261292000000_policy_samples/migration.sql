-- 样例: an invented case of the bureau on which a draft is tried. Facts alone, of nobody; it goes with its draft.
CREATE TABLE "PolicySample" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "declares" BOOLEAN NOT NULL,
    "addedAt" DATETIME NOT NULL,
    "addedById" INTEGER,
    CONSTRAINT "PolicySample_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PolicyVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PolicySample_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "PolicySample_versionId_idx" ON "PolicySample"("versionId");
CREATE INDEX "PolicySample_addedById_idx" ON "PolicySample"("addedById");
