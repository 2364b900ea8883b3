/** What is needed of a region to find the county that it is in. */
type RegionLike = { code: string; kind: string; parentCode: string | null };

/** The county of a park: totals by region are by county, and a county holds its functional zones. */
export const countyOf = (region: RegionLike): string =>
  region.kind === 'zone' && region.parentCode !== null ? region.parentCode : region.code;
