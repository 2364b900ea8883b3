-- Names that end in "On" are days, and `verify` reads them so; this one says on what a rent rests.
ALTER TABLE "Tenancy" RENAME COLUMN "restsOn" TO "rentBasis";
