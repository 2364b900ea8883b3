/**
 * A name as a public notice shows it: 王小明 as 王*明, 王明 as 王*, 海风民宿 as 海**宿; of a name in Latin letters the
 * first of each word. Counts characters as a reader does.
 */
export function maskName(name: string): string {
  const characters = [...name];
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(name))
    return name
      .split(/\s+/)
      .map((word) => `${[...word][0] ?? ''}***`)
      .join(' ');
  if (characters.length < 2) return '*';
  const last = characters.length > 2 ? characters.at(-1) : '';
  const hidden = characters.length - (last ? 2 : 1);
  return `${characters[0]}${'*'.repeat(hidden)}${last}`;
}
