-- CreateTable
CREATE TABLE "Visit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parkId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "madeOn" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "followUpOn" TEXT,
    "loggedAt" DATETIME NOT NULL,
    "loggedById" INTEGER,
    "cancelledAt" DATETIME,
    "cancelledById" INTEGER,
    "cancelReason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Visit_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Visit_kind" CHECK ("kind" IN ('call', 'visit', 'guidance', 'training', 'fair')),
    CONSTRAINT "Visit_followUpOn" CHECK ("followUpOn" IS NULL OR "followUpOn" >= "madeOn"),
    CONSTRAINT "Visit_cancelReason" CHECK ("cancelledAt" IS NULL OR "cancelReason" <> '')
);

-- CreateTable
CREATE TABLE "VisitVenture" (
    "visitId" INTEGER NOT NULL,
    "ventureId" INTEGER NOT NULL,

    PRIMARY KEY ("visitId", "ventureId"),
    CONSTRAINT "VisitVenture_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VisitVenture_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Visit_madeOn_parkId_idx" ON "Visit"("madeOn", "parkId");

-- CreateIndex
CREATE INDEX "Visit_parkId_madeOn_idx" ON "Visit"("parkId", "madeOn");

-- CreateIndex
CREATE INDEX "Visit_followUpOn_idx" ON "Visit"("followUpOn");

-- CreateIndex
CREATE INDEX "VisitVenture_ventureId_visitId_idx" ON "VisitVenture"("ventureId", "visitId");
