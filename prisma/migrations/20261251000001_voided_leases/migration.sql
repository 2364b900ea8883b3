-- A lease that was entered by mistake (src/ventures/void-tenancy.ts) stays on record, for no day: it ends where it began.
ALTER TABLE "Tenancy" ADD COLUMN "voidedAt" DATETIME;

PRAGMA writable_schema = ON;
UPDATE "sqlite_schema" SET "sql" = replace("sql",
    'CONSTRAINT "Tenancy_period" CHECK ("endedOn" IS NULL OR "endedOn" > "beganOn")',
    'CONSTRAINT "Tenancy_period" CHECK (CASE WHEN "voidedAt" IS NULL THEN "endedOn" IS NULL OR "endedOn" > "beganOn" ELSE "endedOn" IS "beganOn" END)')
WHERE "type" = 'table' AND "name" = 'Tenancy';
PRAGMA writable_schema = RESET;

-- Tells every connection that the schema has changed.
CREATE TABLE "SchemaChanged" ("id" INTEGER);
DROP TABLE "SchemaChanged";
