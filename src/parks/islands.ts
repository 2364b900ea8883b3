type Point = readonly [x: number, y: number];

/**
 * The islands of the schematic, in thousandths of its width and height. Drawn by hand after their order
 * around the main island: small ones are enlarged, none is to scale, and nobody should steer by them.
 */
export const islands: { zh: string; en: string; isMain: boolean; coast: Point[]; label: Point }[] =
  [
    {
      zh: '舟山本岛',
      en: 'Zhoushan Island',
      isMain: true,
      coast: [
        [166, 668],
        [184, 630],
        [228, 606],
        [288, 598],
        [340, 611],
        [396, 604],
        [446, 614],
        [488, 640],
        [512, 680],
        [521, 722],
        [500, 754],
        [460, 756],
        [424, 741],
        [388, 752],
        [346, 738],
        [306, 744],
        [266, 730],
        [224, 724],
        [186, 704],
      ],
      label: [296, 788],
    },
    island(['金塘岛', 'Jintang'], [112, 668], [42, 66], 12),
    island(['秀山岛', 'Xiushan'], [345, 553], [42, 27], 4, { label: [258, 566] }),
    island(['岱山岛', 'Daishan'], [350, 462], [88, 46], -6, { isMain: true, label: [350, 402] }),
    island(['长涂岛', 'Changtu'], [492, 505], [54, 23], -10, { label: [575, 540] }),
    island(['衢山岛', 'Qushan'], [520, 355], [76, 33], 5, { isMain: true }),
    island(['朱家尖岛', 'Zhujiajian'], [592, 772], [38, 54], -8),
    island(['普陀山岛', 'Putuoshan'], [592, 676], [27, 36], 10, { label: [686, 684] }),
    island(['登步岛', 'Dengbu'], [512, 803], [22, 16], 0, { label: [436, 810] }),
    island(['桃花岛', 'Taohua'], [468, 846], [40, 28], 10),
    island(['虾峙岛', 'Xiazhi'], [548, 886], [42, 22], 24),
    island(['六横岛', 'Liuheng'], [330, 900], [80, 42], 16, { isMain: true }),
    island(['佛渡岛', 'Fodu'], [222, 884], [19, 16], 0),
    island(['东极岛', 'Dongji'], [856, 585], [36, 26], -12, { isMain: true }),
    island(['洋山岛', 'Yangshan'], [262, 258], [40, 26], 14),
    island(['泗礁岛', 'Sijiao'], [605, 190], [62, 32], -4, { isMain: true }),
    island(['黄龙岛', 'Huanglong'], [712, 232], [34, 24], 8),
    island(['枸杞岛', 'Gouqi'], [838, 205], [36, 28], -14),
    island(['嵊山岛', 'Shengshan'], [912, 165], [36, 26], 18, { label: [912, 126] }),
    island(['花鸟岛', 'Huaniao'], [790, 88], [34, 26], -6),
    island(['绿华岛', 'Lühua'], [716, 118], [22, 15], 8),
  ];

/** Rocks without a name, so that the sea looks as it is. */
export const islets: Point[][] = [
  coastOf([146, 596], [19, 24], 10),
  coastOf([196, 436], [28, 16], -18),
  coastOf([206, 218], [26, 11], 22),

  coastOf([268, 842], [13, 9], 12),
  coastOf([632, 868], [13, 9], 30),
  coastOf([806, 552], [15, 11], 20),
  coastOf([908, 614], [14, 10], -20),
  coastOf([664, 500], [12, 8], 0),
  coastOf([598, 420], [14, 9], 12),
  coastOf([420, 380], [15, 8], -10),
  coastOf([424, 556], [12, 9], 0),
  coastOf([704, 452], [9, 7], 0),
  coastOf([664, 262], [10, 7], 0),
  coastOf([544, 236], [12, 8], 14),
  coastOf([884, 250], [10, 8], 0),
  coastOf([330, 300], [10, 7], 0),
  coastOf([236, 788], [12, 8], -12),
];

/** Names of the counties, in the open water beside their islands. */
export const counties: { zh: string; en: string; at: Point }[] = [
  { zh: '嵊泗县', en: 'Shengsi', at: [420, 150] },
  { zh: '岱山县', en: 'Daishan', at: [226, 376] },
  { zh: '定海区', en: 'Dinghai', at: [122, 842] },
  { zh: '普陀区', en: 'Putuo', at: [752, 740] },
];

/** @param label where its name stands, if not below it */
function island(
  [zh, en]: readonly [string, string],
  center: Point,
  reach: Point,
  tilt: number,
  { isMain = false, label = [center[0], center[1] + reach[1] + 30] as Point } = {},
) {
  return { zh, en, isMain, coast: coastOf(center, reach, tilt), label };
}

/** An uneven ring of eight points around a centre, turned by so many degrees. */
function coastOf([x, y]: Point, [reachX, reachY]: Point, tilt: number): Point[] {
  const uneven = [1, 0.9, 1.02, 0.88, 1, 0.86, 1.04, 0.94];
  const turn = (tilt * Math.PI) / 180;
  return uneven.map((share, i) => {
    const angle = (i * Math.PI) / 4 + (tilt % 7) / 20;
    const [across, down] = [reachX * share * Math.cos(angle), reachY * share * Math.sin(angle)];
    return [
      Math.round(x + across * Math.cos(turn) - down * Math.sin(turn)),
      Math.round(y + across * Math.sin(turn) + down * Math.cos(turn)),
    ] as const;
  });
}
