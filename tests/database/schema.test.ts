import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bindSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SqliteAdapterFactory } from '../../src/database/adapter.js';
import { Changes } from '../../src/database/changes.js';
import { type Scratch, scratchDatabase } from './scratch.js';

const schemaFile = path.resolve(import.meta.dirname, '../../prisma/schema.prisma');
const wasmFile = import.meta
  .resolve('@prisma/schema-engine-wasm')
  .replace('schema_engine.js', 'schema_engine_bg.wasm');

/** Of the index of words, which no model stands for: its own tables and those that read its pieces. */
const searchIndex = [
  'VentureSearch',
  'VentureSearchPieces',
  'VentureSearchPlaces',
  'SearchPiece',
  'SearchPiecePlaces',
  ...['config', 'data', 'docsize', 'idx'].flatMap((part) => [
    `VentureSearch_${part}`,
    `SearchPiece_${part}`,
  ]),
];

const starting = startEngine();
let scratch: Scratch;
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.close());

/** The engine reads catalogue numbers as integers; a raw query of the product answers with plain numbers. */
class CatalogueFactory extends SqliteAdapterFactory {
  override async connect() {
    const adapter = await super.connect();
    const ask = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const { columnNames, columnTypes, rows } = await ask(query);
      const isDouble = (type: number) => type === ColumnTypeEnum.Double;
      const types = columnTypes.map((type) => (isDouble(type) ? ColumnTypeEnum.Int64 : type));
      return { columnNames, columnTypes: types, rows };
    };
    return adapter;
  }
}

type Wasm = { exports: { __wbindgen_start(): void } };
/** Node has it; the types of Node 20 do not. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: Wasm }>;
};

/** Prisma's schema engine keeps its memory in module variables: it is started once. */
async function startEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const imports = { './schema_engine_bg.js': engine };
  const bytes = await readFile(new URL(wasmFile));
  const { exports } = (await WebAssembly.instantiate(bytes, imports)).instance;
  engine.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return engine.SchemaEngine;
}

/** The SQL that would bring the database to the schema; undefined when none is needed. */
async function missingSql(file: string): Promise<string | undefined> {
  const options = {
    file,
    readers: 1,
    slowReaders: 0,
    onQuery: () => {},
    isInsideTransaction: () => false,
    changes: new Changes(),
    onReading: () => {},
    onBegin: () => {},
    onWriter: () => {},
  };
  const factory = bindSqlAdapterFactory(new CatalogueFactory(options));
  const files = [{ path: 'schema.prisma', content: await readFile(schemaFile, 'utf8') }];
  const datamodels = files.map((it): [string, string] => [it.path, it.content]);
  const engine = await (await starting).new({ datamodels }, () => {}, factory);
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: path.dirname(schemaFile) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: searchIndex, externalEnums: [] },
  });
  engine.free();
  return exitCode === 0 ? undefined : (stdout ?? '');
}

test('the migrated database is the one that the schema describes', async () => {
  expect(await missingSql(scratch.file)).toBeUndefined();
});

test.each([
  ['a column', 'ALTER TABLE "Park" DROP COLUMN "aboutEn"', /"aboutEn" TEXT NOT NULL DEFAULT ''/],
  [
    'an index',
    'DROP INDEX "Venture_creditCode_key"',
    /CREATE UNIQUE INDEX "Venture_creditCode_key"/,
  ],
  ['a table', 'DROP TABLE "Setting"', /CREATE TABLE "Setting"/],
])('%s that is missing is found', async (_, sql, expected) => {
  await scratch.db.$executeRawUnsafe(sql);
  expect(await missingSql(scratch.file)).toMatch(expected);
});
