import type { AuthorityEntry } from '../../../src/about/enter-authority.js';

/** To whom one turns against the bureau in the demonstration: names as the law has them, addresses invented. */
export const authorities: AuthorityEntry[] = [
  {
    kind: 'review',
    fromOn: '2023-01-01',
    nameZh: '舟山市人民政府',
    nameEn: 'Zhoushan Municipal People’s Government',
    addressZh: '示例地址：舟山市海天路 1 号行政复议窗口',
    addressEn: 'example address: reconsideration desk, 1 Haitian Road, Zhoushan',
    phone: '0580-3000101',
    term: 60,
  },
  {
    kind: 'court',
    fromOn: '2023-01-01',
    nameZh: '舟山市定海区人民法院',
    nameEn: 'Dinghai District People’s Court of Zhoushan',
    addressZh: '示例地址：舟山市定海区法苑路 1 号立案庭',
    addressEn: 'example address: case-filing hall, 1 Fayuan Road, Dinghai, Zhoushan',
    phone: '0580-3000102',
    term: 6,
  },
];
