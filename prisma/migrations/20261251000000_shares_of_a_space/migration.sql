-- A lease is of an area of a space, for a period: on no day are the leases of a space together larger than the space.
DROP TRIGGER "Tenancy_no_overlap_insert";
DROP TRIGGER "Tenancy_no_overlap_update";

CREATE TRIGGER "Tenancy_area_insert" BEFORE INSERT ON "Tenancy"
WHEN (NEW."endedOn" IS NULL OR NEW."endedOn" > NEW."beganOn") AND (
    NEW."area" + (
        SELECT COALESCE(SUM(o."area"), 0) FROM "Tenancy" o WHERE o."spaceId" = NEW."spaceId"
        AND o."beganOn" <= NEW."beganOn" AND (o."endedOn" IS NULL OR o."endedOn" > NEW."beganOn")
    ) > (SELECT s."area" FROM "Space" s WHERE s."id" = NEW."spaceId")
    OR EXISTS (
        SELECT 1 FROM "Tenancy" d WHERE d."spaceId" = NEW."spaceId" AND d."beganOn" > NEW."beganOn"
        AND (NEW."endedOn" IS NULL OR d."beganOn" < NEW."endedOn")
        AND NEW."area" + (
            SELECT COALESCE(SUM(o."area"), 0) FROM "Tenancy" o WHERE o."spaceId" = NEW."spaceId"
            AND o."beganOn" <= d."beganOn" AND (o."endedOn" IS NULL OR o."endedOn" > d."beganOn")
        ) > (SELECT s."area" FROM "Space" s WHERE s."id" = NEW."spaceId")
    )
)
BEGIN SELECT RAISE(ABORT, 'tenancies of a space overlap and are together larger than it'); END;

CREATE TRIGGER "Tenancy_area_update" BEFORE UPDATE OF "spaceId", "beganOn", "endedOn", "area" ON "Tenancy"
WHEN (NEW."endedOn" IS NULL OR NEW."endedOn" > NEW."beganOn") AND (
    NEW."area" + (
        SELECT COALESCE(SUM(o."area"), 0) FROM "Tenancy" o WHERE o."spaceId" = NEW."spaceId" AND o."id" <> NEW."id"
        AND o."beganOn" <= NEW."beganOn" AND (o."endedOn" IS NULL OR o."endedOn" > NEW."beganOn")
    ) > (SELECT s."area" FROM "Space" s WHERE s."id" = NEW."spaceId")
    OR EXISTS (
        SELECT 1 FROM "Tenancy" d WHERE d."spaceId" = NEW."spaceId" AND d."id" <> NEW."id" AND d."beganOn" > NEW."beganOn"
        AND (NEW."endedOn" IS NULL OR d."beganOn" < NEW."endedOn")
        AND NEW."area" + (
            SELECT COALESCE(SUM(o."area"), 0) FROM "Tenancy" o WHERE o."spaceId" = NEW."spaceId" AND o."id" <> NEW."id"
            AND o."beganOn" <= d."beganOn" AND (o."endedOn" IS NULL OR o."endedOn" > d."beganOn")
        ) > (SELECT s."area" FROM "Space" s WHERE s."id" = NEW."spaceId")
    )
)
BEGIN SELECT RAISE(ABORT, 'tenancies of a space overlap and are together larger than it'); END;
