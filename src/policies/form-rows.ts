import { noFields, type Sent } from '../web/form-body.js';

/** The lists of a draft's form. A field of a row is named conditions.0.clause. */
export const lists = ['conditions', 'tiers', 'supplements', 'proof'] as const;
export type ListName = (typeof lists)[number];
export const mostRows = 40;

const rowField = /^(conditions|tiers|supplements|proof)\.(\d{1,2})\.(.+)$/;

/** The rows of a list as they were sent, in their order, without gaps. */
export function rowsOf(sent: Sent, list: ListName): Sent[] {
  const rows = new Map<number, Sent>();
  for (const [name, value] of Object.entries(sent)) {
    const [, of, index, field] = rowField.exec(name) ?? [];
    if (of !== list || index === undefined || field === undefined) continue;
    const row = rows.get(Number(index)) ?? noFields();
    row[field] = value;
    rows.set(Number(index), row);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** The form with other rows in a list. */
export function withRows(sent: Sent, list: ListName, rows: Sent[]): Sent {
  const others = Object.entries(sent).filter(([name]) => !name.startsWith(`${list}.`));
  const own = rows.flatMap((row, index) =>
    Object.entries(row).map(([field, value]) => [`${list}.${index}.${field}`, value] as const),
  );
  return Object.fromEntries([...others, ...own]);
}

/** What a button of the form asks for: one more row of a kind, a row less, or a row further up. */
export function changeRows({ add, remove, up, addKind, addSupplementKind, ...sent }: Sent): Sent {
  const [list, place] = buttonOf(add ?? remove ?? up);
  if (list === null) return sent;
  const rows = rowsOf(sent, list);
  if (add !== undefined) {
    return rows.length < mostRows
      ? withRows(sent, list, [
          ...rows,
          {
            ...newRow(
              String((list === 'supplements' ? addSupplementKind : addKind) ?? ''),
              list,
              rows,
            ),
            ...(list === 'proof' ? {} : { clause: nextClause(sent, list) }),
          },
        ])
      : sent;
  }
  const at = Number(place);
  const row = rows[at];
  if (!row) return sent;
  const rest = rows.filter((_, index) => index !== at);
  if (remove !== undefined) return withRows(sent, list, rest);
  return withRows(sent, list, rest.toSpliced(Math.max(0, at - 1), 0, row));
}

function buttonOf(value: string | string[] | undefined): [ListName | null, string] {
  const [name = '', place = ''] = String(value ?? '').split('.');
  return [lists.find((list) => list === name) ?? null, place];
}

/** The clause after the last of a list: 1.3 after 1.2; in an empty list the first of the next chapter. */
function nextClause(sent: Sent, list: ListName): string {
  const clauses = rowsOf(sent, list).map(({ clause }) => String(clause ?? ''));
  const last = clauses.findLast((clause) => /\d/.test(clause));
  if (last !== undefined)
    return last.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1));
  const chapters = Object.entries(sent)
    .filter(([name]) => /(^|\.)clause$/.test(name))
    .map(([, clause]) => Number(/^\d+/.exec(String(clause))?.[0] ?? 0));
  return `${Math.max(0, ...chapters) + 1}.1`;
}

function newRow(kind: string, list: ListName, rows: Sent[]): Sent {
  if (list === 'conditions') return { kind, id: freeId(kind, rows) };
  if (list === 'supplements') return { kind, id: freeId(`plus-${kind}`, rows) };
  return list === 'proof' ? { id: freeId('proof', rows) } : { kind: 'share' };
}

function freeId(stem: string, rows: Sent[]): string {
  const taken = new Set(rows.map(({ id }) => id));
  if (!taken.has(stem)) return stem;
  for (let n = 2; ; n += 1) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}
