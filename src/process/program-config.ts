import { type Config, readConfig } from '../config.js';
import { chooseDriver } from '../database/driver.js';

/**
 * Reads the settings of a program, and takes the library of SQLite that they name for all that it opens.
 * @throws BadConfig as `readConfig` does; TwoDrivers where another library is in use already
 */
export function programConfig(env: Record<string, string | undefined>): Config {
  const config = readConfig(env);
  chooseDriver(config.sqliteDriver);
  return config;
}
