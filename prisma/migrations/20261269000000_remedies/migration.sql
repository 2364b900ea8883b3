-- 救济机关: to whom one turns against an act of an office, as the law has it: for administrative reconsideration
-- (行政复议, `review`) and to court (行政诉讼, `court`). By the region of the office that acted, each from a day on. Only ever
-- added to: of several for one day the newest holds; a letter keeps what it said.
CREATE TABLE "RemedyAuthority" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "regionCode" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "addressZh" TEXT NOT NULL,
    "addressEn" TEXT NOT NULL,
    "phone" TEXT,
    "term" INTEGER NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "RemedyAuthority_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RemedyAuthority_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RemedyAuthority_kind" CHECK ("kind" IN ('review', 'court')),
    CONSTRAINT "RemedyAuthority_term" CHECK ("term" >= 1)
);
CREATE INDEX "RemedyAuthority_regionCode_fromOn_idx" ON "RemedyAuthority"("regionCode", "fromOn");

CREATE TRIGGER "RemedyAuthority_no_update" BEFORE UPDATE ON "RemedyAuthority"
BEGIN SELECT RAISE(ABORT, 'authorities are only ever added to'); END;
CREATE TRIGGER "RemedyAuthority_no_delete" BEFORE DELETE ON "RemedyAuthority"
BEGIN SELECT RAISE(ABORT, 'authorities are only ever added to'); END;

-- Messages of what is taken away name the sum from now on; those of before read as they did.
UPDATE "OutboxMessage" SET "values" = json_set("values", '$.sum', json('{"zh":"","en":""}'))
WHERE "key" IN ('waivers.message.refuse', 'waivers.message.revoke', 'waivers.message.uphold', 'waivers.message.lapse', 'waivers.message.ended');
