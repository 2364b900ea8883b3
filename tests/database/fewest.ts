/**
 * The fewest statements of four looks: what a process keeps in memory is asked again after two seconds, whatever the page.
 * @param look asks for the page, and returns how many statements that took
 */
export async function fewest(look: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < 4; n += 1) taken.push(await look());
  return Math.min(...taken);
}
