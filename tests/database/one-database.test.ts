import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = path.join(import.meta.dirname, '../../src');

/** What SQLite says and PostgreSQL does not, or says otherwise. Rooms take the words of src/database for it. */
const ofSqliteAlone: Record<string, RegExp> = {
  'functions of JSON': /\bjson_\w+\(|(?<![.\w])json\((?:"|\(|\$\{)/,
  'values of JSON': /->>?\s*(?:\d|'|\$\{)/,
  'positions in texts': /\bINSTR\(/,
  'another word for COALESCE': /\bIFNULL\(/,
  'another word for CASE': /\bIIF\(/,
  'functions of days and times': /(?<!\.)\b(?:strftime|julianday|unixepoch|datetime)\(/,
  'several rows as one text': /\bGROUP_CONCAT\(/i,
  'comparing in any case': /\bNOCASE\b|(?<![\w-])LIKE\s+\$\{|\bGLOB\b/,
  'inserts with a way out': /\bINSERT OR\b|\bREPLACE INTO\b/,
  'the file itself': /\bPRAGMA\b|\bsqlite_(?:master|schema|sequence)\b|\browid\b/,
  'the way of a question': /\bINDEXED BY\b|\bCROSS JOIN\b/,
  'a truth as a number': /"(?:setAside|isActive|isNamed|isKnown|highOpen)" (?:=|<>|IS) [01]/,
  'a value where only NULL may stand': /\bIS(?: NOT)? \$\{/,
  'a table as a list': /(?<!JO)\bIN "/,
  'as many values as there are': /\bIN \(\$\{join\(/,
};

/** A comment may name what code may not say; words for people are no SQL. */
const codeIn = (text: string): string =>
  text.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const rooms = (readdirSync(source, { recursive: true }) as string[])
  .filter(
    (file) => file.endsWith('.ts') && !file.startsWith('database') && !/words\.ts$/.test(file),
  )
  .sort();

describe('what only one database says', () => {
  it.each(Object.entries(ofSqliteAlone))('stands in src/database alone: %s', (_, words) => {
    const found = rooms.filter((file) =>
      words.test(codeIn(readFileSync(path.join(source, file), 'utf8'))),
    );
    expect(found).toEqual([]);
  });

  it('is seen where it stands', () => {
    const own = readdirSync(path.join(source, 'database')).filter((file) => file.endsWith('.ts'));
    const text = codeIn(
      own.map((file) => readFileSync(path.join(source, 'database', file), 'utf8')).join('\n'),
    );
    for (const kind of ['functions of JSON', 'positions in texts', 'the way of a question'])
      expect(ofSqliteAlone[kind]?.test(text)).toBe(true);
  });
});
