-- When an account signed in last, and the time before: the page of the day says what was done in between.
CREATE TABLE "LastSignIn" (
    "accountId" INTEGER NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "previousAt" DATETIME,
    CONSTRAINT "LastSignIn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
