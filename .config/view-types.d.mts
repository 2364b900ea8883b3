/** @see view-types.mjs */
export function viewTypes(folder: string, helpers: ReadonlySet<string>): string;
