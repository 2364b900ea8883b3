/** Where rows of a table came to lie in a file as it is now: sheets may have been named anew. */
export type SumPart = { sheet: string; rows: number };

const term = /^SUM\((?:(?:'((?:[^']|'')+)'|([^'!()]+))!)?([A-Z]+)2(?::([A-Z]+)(\d+))?\)$/i;

/**
 * Whether a formula adds up just the rows of a column: of its own sheet, or of all the sheets of its table.
 * @param column by its letters
 */
export function addsUpRows(formula: string, parts: SumPart[], column: string): boolean {
  const own = parts.filter(({ rows }) => rows > 0);
  const plain = formula.replace(/\$/g, '').trim();
  if (own.length === 0) return plain === '0';
  const terms = plain.split(/\s*\+\s*(?=SUM\()/i);
  if (terms.length !== own.length) return false;
  return own.every(({ sheet, rows }, i) => {
    const found = term.exec(terms[i]?.trim() ?? '');
    if (!found) return false;
    const [, quoted, bare, from, to = from, last = '2'] = found;
    const named = quoted?.replaceAll("''", "'") ?? bare;
    const isSheet = named === undefined ? own.length === 1 : named === sheet;
    return isSheet && from === column && to === column && Number(last) === rows + 1;
  });
}

/** Whether a formula is just one cell of another sheet. */
export function refersTo(formula: string, sheet: string, cell: string): boolean {
  const [, quoted, bare, at] =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!([A-Z]+\d+)$/.exec(formula.replace(/\$/g, '').trim()) ?? [];
  return (quoted?.replaceAll("''", "'") ?? bare) === sheet && at === cell;
}
