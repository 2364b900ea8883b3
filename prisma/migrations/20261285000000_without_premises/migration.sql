-- A benefit that is for no premises has neither area nor rent.
PRAGMA writable_schema = ON;
UPDATE "sqlite_schema" SET "sql" = replace("sql", 'CHECK ("rent" >= 0 AND "area" > 0)', 'CHECK ("rent" >= 0 AND "area" >= 0)')
WHERE "type" = 'table' AND "name" = 'Waiver';
PRAGMA writable_schema = RESET;
