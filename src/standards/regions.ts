/** A region as the table keeps it. */
export type RegionRow = {
  code: string;
  nameZh: string;
  nameEn: string;
  kind: 'city' | 'county' | 'zone';
  sequence: number;
  parentCode: string | null;
};

/** Whether a region is one, or lies in it: a zone in its county, every one of them in the city. */
export function isInRegion(code: string, within: string): boolean {
  if (code === within) return true;
  const parent = regions.find((region) => region.code === code)?.parentCode ?? null;
  return parent !== null && isInRegion(parent, within);
}

const city = '330900';
const dinghai = '330902';
const putuo = '330903';

/**
 * The city and its counties by GB/T 2260, and its functional zones (功能区). The standard gives these no code:
 * they have a local one, the county's with a running number, and the county is their parent. Parents come first.
 */
export const regions: RegionRow[] = [
  row(city, '舟山市', 'Zhoushan', 'city', null),
  row(dinghai, '定海区', 'Dinghai', 'county', city),
  row(`${dinghai}-01`, '新城', 'Xincheng', 'zone', dinghai),
  row(`${dinghai}-02`, '金塘', 'Jintang', 'zone', dinghai),
  row(putuo, '普陀区', 'Putuo', 'county', city),
  row(`${putuo}-01`, '普陀山–朱家尖', 'Putuoshan–Zhujiajian', 'zone', putuo),
  row(`${putuo}-02`, '六横', 'Liuheng', 'zone', putuo),
  row('330921', '岱山县', 'Daishan', 'county', city),
  row('330922', '嵊泗县', 'Shengsi', 'county', city),
].map((region, index) => ({ ...region, sequence: index + 1 }));

function row(
  code: string,
  nameZh: string,
  nameEn: string,
  kind: RegionRow['kind'],
  parentCode: string | null,
): Omit<RegionRow, 'sequence'> {
  return { code, nameZh, nameEn, kind, parentCode };
}
