-- SHA-256 of the sealed bytes of a file of proof: whether the file is as it was written can be checked without the
-- keys. NULL for files stored before this, until `npm run keys -- record-hashes` has opened and recorded them.
ALTER TABLE "ProofFile" ADD COLUMN "sealedSha256" TEXT;
