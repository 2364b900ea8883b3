import type { OfficeEntry } from '../../../src/waivers/letters/enter-office.js';

const fromOn = '2023-01-04';
const county = (regionCode: string, nameZh: string, nameEn: string, series: string) => ({
  regionCode,
  fromOn,
  nameZh: `${nameZh}人力资源和社会保障局`,
  nameEn: `${nameEn} Bureau of Human Resources and Social Security`,
  series,
});

/** The offices that send letters, with the series of their document numbers: an example. */
export const offices: OfficeEntry[] = [
  county('330900', '舟山市', 'Zhoushan Municipal', '舟人社减'),
  county('330902', '舟山市定海区', 'Dinghai District', '定人社减'),
  county('330903', '舟山市普陀区', 'Putuo District', '普人社减'),
  county('330921', '岱山县', 'Daishan County', '岱人社减'),
  county('330922', '嵊泗县', 'Shengsi County', '嵊人社减'),
];
