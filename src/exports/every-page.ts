/** All rows of a list, read a page of so many at a time. */
export async function* everyPage<R>(
  size: number,
  read: (page: number) => Promise<{ rows: R[]; total: number }>,
): AsyncGenerator<R[]> {
  for (let page = 1; ; page += 1) {
    const { rows, total } = await read(page);
    if (rows.length > 0) yield rows;
    if (page * size >= total) return;
  }
}
