-- A standard changes from a day on: what it was before stays, for the periods before.
CREATE TABLE "EarlierThreshold" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "changedOn" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "EarlierThreshold_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "EarlierThreshold_key_changedOn_key" ON "EarlierThreshold"("key", "changedOn");
