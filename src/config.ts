import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Told } from './told.js';

/** What the process was told about itself. Only this file reads the environment. */
export type Config = {
  /** The folder of package.json: views, static and migrations are found from it. */
  root: string;
  host: string;
  port: number;
  dataDir: string;
  databaseFile: string;
  /** The library that reads and writes it; npm's sqlite3 where none is named. */
  sqliteDriver: 'sqlite3' | 'node' | undefined;
  /** The keys that seal identity numbers and proof. */
  keysFile: string;
  /** The folders in which a font for charts as PNG is looked for. */
  fontDirs: string[];
  /** Whether the demonstration network is loaded into an empty database. */
  loadsDemo: boolean;
  isProduction: boolean;
  logLevel: string;
  /** Cookies only over https; also turns on strict transport security. */
  secureCookies: boolean;
  /** How many proxies stand in front, whose X-Forwarded-* are believed. */
  trustProxy: number;
  /** How the bureau is reached, as the page of contacts says it; null for what is not stated. */
  bureau: Bureau;
};

export type Bureau = {
  phone: string | null;
  email: string | null;
  address: string | null;
  hours: string | null;
};

/** Every complaint about the environment at once, one a line. */
export class BadConfig extends Told {
  override name = 'BadConfig';
}

const onOff = z.enum(['on', 'off'], { error: 'must be on or off' });
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const wholeNumber = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= low && n <= high, `must be between ${low} and ${high}`);

/** A fact of the bureau's, shown as it stands. */
const line = z.string().max(200, 'must be at most 200 characters').optional();

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3000),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: z
    .string()
    .refine((url) => !/^postgres(ql)?:/i.test(url), 'PostgreSQL is not yet in this version')
    .refine((url) => url.startsWith('file:') && url.length > 5, 'must be file:<path of the file>')
    .optional(),
  SQLITE_DRIVER: z.enum(['sqlite3', 'node'], { error: 'must be sqlite3 or node' }).optional(),
  KEYS_FILE: z.string().min(1).optional(),
  FONT_DIRS: z.string().min(1).optional(),
  DEMO: onOff.default('on'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(', ')}` }).default('info'),
  SECURE_COOKIES: onOff.default('off'),
  TRUST_PROXY: wholeNumber(0, 9).default(0),
  BUREAU_PHONE: line,
  BUREAU_EMAIL: line,
  BUREAU_ADDRESS: line,
  BUREAU_HOURS: line,
});

/**
 * Reads the settings. An empty variable counts as not set; relative paths start at the project.
 * @throws BadConfig naming every variable that is wrong, not only the first
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = Environment.safeParse(filled);
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new BadConfig(`Settings that cannot be used:\n${lines.join('\n')}`);
  }
  const settings = read.data;
  const root = projectRoot();
  const dataDir = path.resolve(root, settings.DATA_DIR);
  const isProduction = settings.NODE_ENV === 'production';
  return {
    root,
    host: settings.HOST,
    port: settings.PORT,
    dataDir,
    databaseFile: settings.DATABASE_URL
      ? path.resolve(root, settings.DATABASE_URL.slice('file:'.length))
      : path.join(dataDir, 'parks.db'),
    sqliteDriver: settings.SQLITE_DRIVER,
    keysFile: settings.KEYS_FILE
      ? path.resolve(root, settings.KEYS_FILE)
      : path.join(dataDir, 'keys.json'),
    fontDirs: settings.FONT_DIRS
      ? settings.FONT_DIRS.split(path.delimiter).map((folder) => path.resolve(root, folder))
      : systemFonts(env),
    loadsDemo: settings.DEMO === 'on' && !isProduction,
    isProduction,
    logLevel: settings.LOG_LEVEL,
    secureCookies: settings.SECURE_COOKIES === 'on',
    trustProxy: settings.TRUST_PROXY,
    bureau: {
      phone: settings.BUREAU_PHONE ?? null,
      email: settings.BUREAU_EMAIL ?? null,
      address: settings.BUREAU_ADDRESS ?? null,
      hours: settings.BUREAU_HOURS ?? null,
    },
  };
}

/** Whether `npm start` started this process: npm is its parent then, as the script hands itself over with `exec`. */
export const isStartedByNpm = (env: Record<string, string | undefined>): boolean =>
  env.npm_lifecycle_event === 'start';

/** Where Linux, macOS and Windows keep their fonts. */
function systemFonts(env: Record<string, string | undefined>): string[] {
  if (process.platform === 'win32') return [`${env.SystemRoot ?? 'C:\\Windows'}\\Fonts`];
  if (process.platform === 'darwin') return ['/System/Library/Fonts', '/Library/Fonts'];
  return ['/usr/share/fonts', '/usr/local/share/fonts'];
}

/** The nearest folder above this file that holds package.json: sources and compiled code lie at different depths. */
function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error('package.json was not found above the program');
    folder = above;
  }
  return folder;
}
