-- Ventures that were logged by mistake (src/ventures/void-venture.ts): what they had, by table, and why they are void.
CREATE TABLE "VentureVoid" (
    "ventureId" INTEGER NOT NULL PRIMARY KEY,
    "voidedAt" DATETIME NOT NULL,
    "voidedById" INTEGER,
    "reason" TEXT NOT NULL,
    "records" JSONB NOT NULL,
    CONSTRAINT "VentureVoid_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VentureVoid_voidedById_fkey" FOREIGN KEY ("voidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
