-- What two records said before and after a merge is deleted once the merge cannot be undone any more, as it is of people.
ALTER TABLE "VentureMerge" ADD COLUMN "clearedAt" DATETIME;
ALTER TABLE "PersonMerge" ADD COLUMN "clearedAt" DATETIME;
