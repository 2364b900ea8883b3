-- What the contract of a lease says beside its terms: its number, and the deposit, in fen; null where it is not stated.
ALTER TABLE "Tenancy" ADD COLUMN "contractNumber" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Tenancy" ADD COLUMN "deposit" INTEGER;
