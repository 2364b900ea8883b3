-- Legal form, industry and trade of a venture change from a day on: what they were before stays, for the days before.
CREATE TABLE "EarlierProfile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "legalForm" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "trade" TEXT,
    "changedOn" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "EarlierProfile_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierProfile_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "EarlierProfile_ventureId_changedOn_key" ON "EarlierProfile"("ventureId", "changedOn");
