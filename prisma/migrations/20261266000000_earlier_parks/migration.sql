-- Name, place, operator and position on the schematic of a park change from a day on: what they were before stays, for
-- the days before.
CREATE TABLE "EarlierPark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parkId" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "islandZh" TEXT NOT NULL,
    "islandEn" TEXT NOT NULL,
    "villageZh" TEXT NOT NULL,
    "villageEn" TEXT NOT NULL,
    "operatorName" TEXT NOT NULL,
    "mapX" INTEGER NOT NULL,
    "mapY" INTEGER NOT NULL,
    "changedOn" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "EarlierPark_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierPark_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "EarlierPark_parkId_changedOn_key" ON "EarlierPark"("parkId", "changedOn");
