-- CreateTable
CREATE TABLE "ParityRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "byId" INTEGER,
    "cases" INTEGER NOT NULL,
    "differing" INTEGER NOT NULL,
    "result" JSONB NOT NULL
);

-- CreateTable
CREATE TABLE "PrereviewRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "foundOn" TEXT NOT NULL,
    "ventures" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "PrereviewFinding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,
    "personId" INTEGER,
    "policyId" INTEGER,
    "kind" TEXT NOT NULL,
    "dueOn" TEXT,
    "fen" INTEGER,
    "detail" JSONB NOT NULL,
    CONSTRAINT "PrereviewFinding_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PrereviewFinding_kind" CHECK ("kind" IN ('qualifies', 'one-thing', 'proof-runs-out', 'tenancy-ends', 'waiver-ends'))
);

-- CreateIndex
CREATE INDEX "PrereviewFinding_parkId_kind_idx" ON "PrereviewFinding"("parkId", "kind");

-- CreateIndex
CREATE INDEX "PrereviewFinding_ventureId_idx" ON "PrereviewFinding"("ventureId");
