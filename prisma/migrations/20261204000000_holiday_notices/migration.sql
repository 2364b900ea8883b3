-- 放假安排: what the State Council's notice of a year says of its days off and days worked. A correction is a new edition.
CREATE TABLE "HolidayNotice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "documentNumber" TEXT NOT NULL,
    "link" TEXT NOT NULL,
    "issuedOn" TEXT,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    "confirmedAt" DATETIME,
    "confirmedById" INTEGER,
    "discardedAt" DATETIME,
    "discardedById" INTEGER,
    CONSTRAINT "HolidayNotice_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HolidayNotice_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HolidayNotice_discardedById_fkey" FOREIGN KEY ("discardedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HolidayDay" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "noticeId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "holiday" TEXT NOT NULL,
    CONSTRAINT "HolidayDay_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "HolidayNotice" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "HolidayNotice_year_edition_key" ON "HolidayNotice"("year", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "HolidayDay_noticeId_day_key" ON "HolidayDay"("noticeId", "day");

-- Of a year one notice at a time waits for its second person.
CREATE UNIQUE INDEX "HolidayNotice_one_waiting" ON "HolidayNotice"("year")
    WHERE "confirmedAt" IS NULL AND "discardedAt" IS NULL;

-- The last day on which reconsideration can be asked for, as the applicant was told it.
ALTER TABLE "WaiverApplication" ADD COLUMN "reconsiderBy" TEXT;

-- The years that the package chinese-days 1.5.7 covers.
INSERT INTO "HolidayNotice" ("year", "edition", "documentNumber", "link", "enteredAt", "confirmedAt") VALUES
    (2004, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2005, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2006, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2007, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2008, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2009, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2010, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2011, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2012, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2013, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2014, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2015, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2016, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2017, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2018, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2019, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2020, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2021, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2022, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2023, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2024, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2025, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00'),
    (2026, 1, '', '', '2026-11-28T00:00:00.000+00:00', '2026-11-28T00:00:00.000+00:00');
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["01-17","01-18"]', 'worked', 'spring'),
        ('["01-22","01-23","01-24","01-25","01-26","01-27","01-28"]', 'off', 'spring'),
        ('["05-01","05-02","05-03","05-04","05-05","05-06","05-07"]', 'off', 'labour'),
        ('["05-08","05-09"]', 'worked', 'labour'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["10-09","10-10"]', 'worked', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2004;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["02-05","02-06"]', 'worked', 'spring'),
        ('["02-09","02-10","02-11","02-12","02-13","02-14","02-15"]', 'off', 'spring'),
        ('["04-30","05-08"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05","05-06","05-07"]', 'off', 'labour'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["10-08","10-09"]', 'worked', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2005;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-28","02-05"]', 'worked', 'spring'),
        ('["01-29","01-30","01-31","02-01","02-02","02-03","02-04"]', 'off', 'spring'),
        ('["04-29","04-30"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05","05-06","05-07"]', 'off', 'labour'),
        ('["09-30","10-08"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["12-30","12-31"]', 'worked', 'new-year')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2006;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03","12-30","12-31"]', 'off', 'new-year'),
        ('["02-17","02-25"]', 'worked', 'spring'),
        ('["02-18","02-19","02-20","02-21","02-22","02-23","02-24"]', 'off', 'spring'),
        ('["04-28","04-29"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05","05-06","05-07"]', 'off', 'labour'),
        ('["09-29","09-30"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["12-29"]', 'worked', 'new-year')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2007;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["02-02","02-03"]', 'worked', 'spring'),
        ('["02-06","02-07","02-08","02-09","02-10","02-11","02-12"]', 'off', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["05-01","05-02","05-03"]', 'off', 'labour'),
        ('["05-04"]', 'worked', 'labour'),
        ('["06-07","06-08","06-09"]', 'off', 'dragon-boat'),
        ('["09-13","09-14","09-15"]', 'off', 'mid-autumn'),
        ('["09-27","09-28"]', 'worked', 'national'),
        ('["09-29","09-30","10-01","10-02","10-03","10-04","10-05"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2008;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-04"]', 'worked', 'new-year'),
        ('["01-24","02-01"]', 'worked', 'spring'),
        ('["01-25","01-26","01-27","01-28","01-29","01-30","01-31"]', 'off', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["05-01","05-02","05-03"]', 'off', 'labour'),
        ('["05-28","05-29","05-30"]', 'off', 'dragon-boat'),
        ('["05-31"]', 'worked', 'dragon-boat'),
        ('["09-27","10-10"]', 'worked', 'national'),
        ('["10-01","10-02","10-04","10-05","10-06","10-07","10-08"]', 'off', 'national'),
        ('["10-03"]', 'off', 'mid-autumn')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2009;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["02-13","02-14","02-15","02-16","02-17","02-18","02-19"]', 'off', 'spring'),
        ('["02-20","02-21"]', 'worked', 'spring'),
        ('["04-03","04-04","04-05"]', 'off', 'qingming'),
        ('["05-01","05-02","05-03"]', 'off', 'labour'),
        ('["06-12","06-13"]', 'worked', 'dragon-boat'),
        ('["06-14","06-15","06-16"]', 'off', 'dragon-boat'),
        ('["09-19","09-25"]', 'worked', 'mid-autumn'),
        ('["09-22","09-23","09-24"]', 'off', 'mid-autumn'),
        ('["09-26","10-09"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2010;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-30","02-12"]', 'worked', 'spring'),
        ('["02-02","02-03","02-04","02-05","02-06","02-07","02-08"]', 'off', 'spring'),
        ('["04-02"]', 'worked', 'qingming'),
        ('["04-03","04-04","04-05"]', 'off', 'qingming'),
        ('["04-30","05-01","05-02"]', 'off', 'labour'),
        ('["06-04","06-06"]', 'off', 'dragon-boat'),
        ('["09-10","09-11","09-12"]', 'off', 'mid-autumn'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["10-08","10-09"]', 'worked', 'national'),
        ('["12-31"]', 'worked', 'new-year')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2011;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-21","01-29"]', 'worked', 'spring'),
        ('["01-22","01-23","01-24","01-25","01-26","01-27","01-28"]', 'off', 'spring'),
        ('["03-31","04-01"]', 'worked', 'qingming'),
        ('["04-02","04-03","04-04"]', 'off', 'qingming'),
        ('["04-28"]', 'worked', 'labour'),
        ('["04-29","04-30","05-01"]', 'off', 'labour'),
        ('["06-22","06-24"]', 'off', 'dragon-boat'),
        ('["09-29"]', 'worked', 'national'),
        ('["09-30"]', 'off', 'mid-autumn'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2012;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-05","01-06"]', 'worked', 'new-year'),
        ('["02-09","02-10","02-11","02-12","02-13","02-14","02-15"]', 'off', 'spring'),
        ('["02-16","02-17"]', 'worked', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["04-07"]', 'worked', 'qingming'),
        ('["04-27","04-28"]', 'worked', 'labour'),
        ('["04-29","04-30","05-01"]', 'off', 'labour'),
        ('["06-08","06-09"]', 'worked', 'dragon-boat'),
        ('["06-10","06-11","06-12"]', 'off', 'dragon-boat'),
        ('["09-19","09-20","09-21"]', 'off', 'mid-autumn'),
        ('["09-22"]', 'worked', 'mid-autumn'),
        ('["09-29","10-12"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2013;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["01-26","02-08"]', 'worked', 'spring'),
        ('["01-31","02-01","02-02","02-03","02-04","02-05","02-06"]', 'off', 'spring'),
        ('["04-05","04-06","04-07"]', 'off', 'qingming'),
        ('["05-01","05-02","05-03"]', 'off', 'labour'),
        ('["05-04"]', 'worked', 'labour'),
        ('["06-02"]', 'off', 'dragon-boat'),
        ('["09-08"]', 'off', 'mid-autumn'),
        ('["09-28","10-11"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2014;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-04"]', 'worked', 'new-year'),
        ('["02-15","02-28"]', 'worked', 'spring'),
        ('["02-18","02-19","02-20","02-21","02-22","02-23","02-24"]', 'off', 'spring'),
        ('["04-05","04-06"]', 'off', 'qingming'),
        ('["05-01"]', 'off', 'labour'),
        ('["06-20","06-22"]', 'off', 'dragon-boat'),
        ('["09-03","09-04"]', 'off', 'other'),
        ('["09-06"]', 'worked', 'other'),
        ('["09-27"]', 'off', 'mid-autumn'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["10-10"]', 'worked', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2015;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["02-06","02-14"]', 'worked', 'spring'),
        ('["02-07","02-08","02-09","02-10","02-11","02-12","02-13"]', 'off', 'spring'),
        ('["04-04"]', 'off', 'qingming'),
        ('["05-01","05-02"]', 'off', 'labour'),
        ('["06-09","06-10","06-11"]', 'off', 'dragon-boat'),
        ('["06-12"]', 'worked', 'dragon-boat'),
        ('["09-15","09-16","09-17"]', 'off', 'mid-autumn'),
        ('["09-18"]', 'worked', 'mid-autumn'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["10-08","10-09"]', 'worked', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2016;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02"]', 'off', 'new-year'),
        ('["01-22","02-04"]', 'worked', 'spring'),
        ('["01-27","01-28","01-29","01-30","01-31","02-01","02-02"]', 'off', 'spring'),
        ('["04-01"]', 'worked', 'qingming'),
        ('["04-02","04-03","04-04"]', 'off', 'qingming'),
        ('["05-01"]', 'off', 'labour'),
        ('["05-27"]', 'worked', 'dragon-boat'),
        ('["05-28","05-29","05-30"]', 'off', 'dragon-boat'),
        ('["09-30"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-05","10-06","10-07","10-08"]', 'off', 'national'),
        ('["10-04"]', 'off', 'mid-autumn')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2017;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","12-30","12-31"]', 'off', 'new-year'),
        ('["02-11","02-24"]', 'worked', 'spring'),
        ('["02-15","02-16","02-17","02-18","02-19","02-20","02-21"]', 'off', 'spring'),
        ('["04-05","04-06","04-07"]', 'off', 'qingming'),
        ('["04-08"]', 'worked', 'qingming'),
        ('["04-28"]', 'worked', 'labour'),
        ('["04-29","04-30","05-01"]', 'off', 'labour'),
        ('["06-18"]', 'off', 'dragon-boat'),
        ('["09-24"]', 'off', 'mid-autumn'),
        ('["09-29","09-30"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["12-29"]', 'worked', 'new-year')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2018;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["02-02","02-03"]', 'worked', 'spring'),
        ('["02-04","02-05","02-06","02-07","02-08","02-09","02-10"]', 'off', 'spring'),
        ('["04-05","04-06","04-07"]', 'off', 'qingming'),
        ('["04-28","05-05"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04"]', 'off', 'labour'),
        ('["06-07","06-08","06-09"]', 'off', 'dragon-boat'),
        ('["09-13","09-14","09-15"]', 'off', 'mid-autumn'),
        ('["09-29","10-12"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2019;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["01-19"]', 'worked', 'spring'),
        ('["01-24","01-25","01-26","01-27","01-28","01-29","01-30","01-31","02-01","02-02"]', 'off', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["04-26","05-09"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05"]', 'off', 'labour'),
        ('["06-25","06-26","06-27"]', 'off', 'dragon-boat'),
        ('["06-28"]', 'worked', 'dragon-boat'),
        ('["09-27","10-10"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07","10-08"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2020;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["02-07","02-20"]', 'worked', 'spring'),
        ('["02-11","02-12","02-13","02-14","02-15","02-16","02-17"]', 'off', 'spring'),
        ('["04-03","04-04","04-05"]', 'off', 'qingming'),
        ('["04-25","05-08"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05"]', 'off', 'labour'),
        ('["06-12","06-13","06-14"]', 'off', 'dragon-boat'),
        ('["09-18"]', 'worked', 'mid-autumn'),
        ('["09-19","09-20","09-21"]', 'off', 'mid-autumn'),
        ('["09-26","10-09"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2021;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03","12-31"]', 'off', 'new-year'),
        ('["01-29","01-30"]', 'worked', 'spring'),
        ('["01-31","02-01","02-02","02-03","02-04","02-05","02-06"]', 'off', 'spring'),
        ('["04-02"]', 'worked', 'qingming'),
        ('["04-03","04-04","04-05"]', 'off', 'qingming'),
        ('["04-24","05-07"]', 'worked', 'labour'),
        ('["04-30","05-01","05-02","05-03","05-04"]', 'off', 'labour'),
        ('["06-03","06-04","06-05"]', 'off', 'dragon-boat'),
        ('["09-10","09-11","09-12"]', 'off', 'mid-autumn'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national'),
        ('["10-08","10-09"]', 'worked', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2022;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02"]', 'off', 'new-year'),
        ('["01-21","01-22","01-23","01-24","01-25","01-26","01-27"]', 'off', 'spring'),
        ('["01-28","01-29"]', 'worked', 'spring'),
        ('["04-05"]', 'off', 'qingming'),
        ('["04-23","05-06"]', 'worked', 'labour'),
        ('["04-29","04-30","05-01","05-02","05-03"]', 'off', 'labour'),
        ('["06-22","06-23","06-24"]', 'off', 'dragon-boat'),
        ('["06-25"]', 'worked', 'dragon-boat'),
        ('["09-29"]', 'off', 'mid-autumn'),
        ('["09-30","10-01","10-02","10-03","10-04","10-05","10-06"]', 'off', 'national'),
        ('["10-07","10-08"]', 'worked', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2023;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["02-04","02-18"]', 'worked', 'spring'),
        ('["02-10","02-11","02-12","02-13","02-14","02-15","02-16","02-17"]', 'off', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["04-07"]', 'worked', 'qingming'),
        ('["04-28","05-11"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05"]', 'off', 'labour'),
        ('["06-10"]', 'off', 'dragon-boat'),
        ('["09-14"]', 'worked', 'mid-autumn'),
        ('["09-15","09-16","09-17"]', 'off', 'mid-autumn'),
        ('["09-29","10-12"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2024;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01"]', 'off', 'new-year'),
        ('["01-26","02-08"]', 'worked', 'spring'),
        ('["01-28","01-29","01-30","01-31","02-01","02-02","02-03","02-04"]', 'off', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["04-27"]', 'worked', 'labour'),
        ('["05-01","05-02","05-03","05-04","05-05"]', 'off', 'labour'),
        ('["05-31","06-01","06-02"]', 'off', 'dragon-boat'),
        ('["09-28","10-11"]', 'worked', 'national'),
        ('["10-01","10-02","10-03","10-04","10-05","10-07","10-08"]', 'off', 'national'),
        ('["10-06"]', 'off', 'mid-autumn')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2025;
INSERT INTO "HolidayDay" ("noticeId", "day", "kind", "holiday")
    SELECT n."id", n."year" || '-' || j."value", d."column2", d."column3" FROM (VALUES
        ('["01-01","01-02","01-03"]', 'off', 'new-year'),
        ('["01-04"]', 'worked', 'new-year'),
        ('["02-14","02-28"]', 'worked', 'spring'),
        ('["02-15","02-16","02-17","02-18","02-19","02-20","02-21","02-22","02-23"]', 'off', 'spring'),
        ('["04-04","04-05","04-06"]', 'off', 'qingming'),
        ('["05-01","05-02","05-03","05-04","05-05"]', 'off', 'labour'),
        ('["05-09"]', 'worked', 'labour'),
        ('["06-19","06-20","06-21"]', 'off', 'dragon-boat'),
        ('["09-20","10-10"]', 'worked', 'national'),
        ('["09-25","09-26","09-27"]', 'off', 'mid-autumn'),
        ('["10-01","10-02","10-03","10-04","10-05","10-06","10-07"]', 'off', 'national')) d,
    "HolidayNotice" n, json_each(d."column1") j WHERE n."year" = 2026;
INSERT INTO "Setting" ("key", "value") VALUES ('work-calendar', 'f3a7e822750987f13b4ba932e2bb5b48394b89ba8d3735c3c49dbb29e5d2365b');

-- What was entered stays; it is confirmed or discarded once.
CREATE TRIGGER "HolidayNotice_once" BEFORE UPDATE ON "HolidayNotice"
WHEN OLD."confirmedAt" IS NOT NULL OR OLD."discardedAt" IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a notice of days off is confirmed or discarded once'); END;
CREATE TRIGGER "HolidayNotice_no_delete" BEFORE DELETE ON "HolidayNotice"
BEGIN SELECT RAISE(ABORT, 'HolidayNotice is only ever added to'); END;
CREATE TRIGGER "HolidayDay_no_update" BEFORE UPDATE ON "HolidayDay"
BEGIN SELECT RAISE(ABORT, 'HolidayDay is only ever added to'); END;
CREATE TRIGGER "HolidayDay_no_delete" BEFORE DELETE ON "HolidayDay"
BEGIN SELECT RAISE(ABORT, 'HolidayDay is only ever added to'); END;
