-- The rent of a lease by spells of days: none for its first days (免租期), and another from later days on, as its contract has it.
ALTER TABLE "Tenancy" ADD COLUMN "rentFreeTo" TEXT;

CREATE TABLE "RentStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "tenancyId" INTEGER NOT NULL,
    "fromOn" TEXT NOT NULL,
    "fen" INTEGER NOT NULL,
    CONSTRAINT "RentStep_tenancyId_fkey" FOREIGN KEY ("tenancyId") REFERENCES "Tenancy" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RentStep_fen" CHECK ("fen" >= 0)
);
CREATE UNIQUE INDEX "RentStep_tenancyId_fromOn_key" ON "RentStep"("tenancyId", "fromOn");
