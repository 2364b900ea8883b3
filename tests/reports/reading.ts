/** What stands on a page, without its marks. */
export const plain = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x3D;/g, '=')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

export type ReadTable = { heads: string[]; rows: string[][]; foot: string[] };

/** The tables of a page, cell by cell, without those of its charts. */
export function tables(html: string): ReadTable[] {
  const shown = html.replace(/<section id="charts">[\s\S]*?<\/section>/, '');
  return [...shown.matchAll(/<table[\s\S]*?<\/table>/g)].map(([table]) => {
    const part = (name: string) =>
      new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(table)?.[1] ?? '';
    const rows = (of: string) =>
      [...of.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row]) => cells(row ?? ''));
    return {
      heads: rows(part('thead'))[0] ?? [],
      rows: rows(part('tbody')),
      foot: rows(part('tfoot'))[0] ?? [],
    };
  });
}

const cells = (row: string): string[] =>
  [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => plain(cell ?? ''));

/** The numbers of the tables that lead somewhere; a share leads to its upper part, and is none. */
export function hrefs(html: string): { value: string; href: string; kind: 'count' | 'share' }[] {
  const found = [
    ...html.matchAll(/<td[^>]*class="numeric"[^>]*><span><a href="([^"]+)">([^<]+)<\/a>/g),
  ];
  return found.map(([, href = '', value = '']) => ({
    value,
    href: href.replace(/&amp;/g, '&').replace(/&#x3D;/g, '='),
    kind: /^-?[\d,]+$/.test(value) ? 'count' : 'share',
  }));
}
