-- A month of which returns are missing is closed by two people: one asks for it and says why, another agrees.
CREATE TABLE "ClosingRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "fromMonth" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "askedById" INTEGER NOT NULL,
    "outcome" TEXT,
    "decidedAt" DATETIME,
    "decidedById" INTEGER,
    CONSTRAINT "ClosingRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClosingRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ClosingRequest_outcome" CHECK ("outcome" IN ('agreed', 'refused', 'withdrawn'))
);

CREATE INDEX "ClosingRequest_month_idx" ON "ClosingRequest"("month");

-- Who asked for it, where it took two; null where every return was accepted, and for what was closed before.
ALTER TABLE "ClosedMonth" ADD COLUMN "requestedById" INTEGER CONSTRAINT "ClosedMonth_requestedById_fkey" REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
