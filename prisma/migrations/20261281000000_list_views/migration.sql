-- 已存视图: a list with its filter, order and columns, under a name. Of one account there is one of a name; a removed one stays.
CREATE TABLE "ListView" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "parkId" INTEGER,
    "savedAt" DATETIME NOT NULL,
    "removedAt" DATETIME,
    CONSTRAINT "ListView_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ListView_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ListView_accountId_idx" ON "ListView"("accountId");
CREATE INDEX "ListView_parkId_idx" ON "ListView"("parkId");
CREATE UNIQUE INDEX "ListView_accountId_list_name_key" ON "ListView"("accountId", "list", "name") WHERE "removedAt" IS NULL;
