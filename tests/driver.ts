import { readConfig } from '../src/config.js';
import { chooseDriver } from '../src/database/driver.js';

// Tests run with the library of SQLite that SQLITE_DRIVER names, as programs do.
const { SQLITE_DRIVER } = process.env;
chooseDriver(readConfig({ SQLITE_DRIVER }).sqliteDriver);
