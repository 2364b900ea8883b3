/** Why a figure is read as it is; said in words on its page. */
export type FigureNote =
  | 'printed-as-a-phrase'
  | 'printed-as-a-fall'
  | 'both-marks'
  | 'caption-200-over'
  | 'caption-240-thousand';

/** code, system, printed, unit zh, unit en, subject zh, subject en, period, note. */
export type FigureRow = readonly [
  code: string,
  system: string,
  printed: string,
  unitZh: string,
  unitEn: string,
  subjectZh: string,
  subjectEn: string,
  period: string,
  note?: FigureNote,
];

/**
 * Every figure that the programme's public report of January 2025 printed, in its order.
 * The printed text is kept as it stood; src/figures/printed.ts says what it can mean.
 */
// biome-ignore format: a table reads best with one figure a line
export const reportedFigures: readonly FigureRow[] = [
  ['parks', 'parks', '10', '家', 'parks', '没有围墙的创业园数量', 'Parks without walls', 'as of 2025-01-21'],
  ['ventures', 'parks', '267', '家', 'ventures', '园区集聚的创业主体', 'Ventures settled in the parks', 'as of 2025-01-21'],
  ['jobs', 'parks', '3400余', '人', 'jobs', '园区直接带动就业', 'Jobs created directly by the ventures', 'as of 2025-01-21'],
  ['province-pilot-practices', 'parks', '12', '项', 'practices', '全省基本公共服务一体化试点经验做法总数', 'Province-wide pilot practices that the parks are one of', '2024'],
  ['new-urban-jobs', 'employment', '4.6万', '人', 'people', '城镇新增就业', 'New urban employment', '2024'],
  ['new-urban-jobs-growth', 'employment', '12.6%', '', '', '城镇新增就业增幅', 'Growth of new urban employment on 2023', '2024'],
  ['hardship-assisted', 'employment', '100%', '', '', '就业困难人员帮扶率', 'Share of people with employment difficulty who were assisted', '2024'],
  ['zero-employment-households', 'employment', '0', '户', 'households', '零就业家庭(动态清零)', 'Zero-employment households', '2024', 'printed-as-a-phrase'],
  ['gig-markets', 'gig', '9', '家', 'markets', '零工市场', 'Gig-labour markets', 'as of 2025-01-21'],
  ['gig-stations', 'gig', '13', '家', 'stations', '零工驿站', 'Gig-labour stations', 'as of 2025-01-21'],
  ['station-activities', 'stations', '82', '次', 'activities', '“三心”服务驿站基层服务活动', 'Outreach activities of the three-hearts service station', '2024'],
  ['partner-provinces', 'cooperation', '2', '省', 'provinces', '劳务协作省份', 'Labour-cooperation provinces (Henan and Sichuan)', '2024'],
  ['partner-cities', 'cooperation', '7', '市(县)', 'cities and counties', '劳务协作市(县)', 'Labour-cooperation cities and counties', '2024'],
  ['order-trainees', 'cooperation', '1035', '人', 'people', '订单培训', 'People trained to order for an employer', '2024'],
  ['children-enrolled', 'cooperation', '22', '人次', 'enrolments', '协作务工人员子女入读公办学校', 'Children of cooperating workers enrolled in state schools', '2024'],
  ['households-housed', 'cooperation', '56', '户', 'households', '协作务工人员住房保障', 'Households of cooperating workers housed', '2024'],
  ['recruiting-trip-firms', 'talent', '15', '家', 'firms', '节后赴外招工企业', 'Firms on the first recruiting trip of 2025', '2025-02'],
  ['recruiting-trip-posts', 'talent', '1500余', '个', 'posts', '节后赴外招工岗位', 'Posts offered on the first recruiting trip of 2025', '2025-02'],
  ['graduates', 'talent', '21078', '人', 'people', '新引进高校毕业生', 'Graduates newly attracted', '2024'],
  ['masters-doctors', 'talent', '1203', '人', 'people', '新引进硕博人才', "Of them holding a master's or doctor's degree", '2024'],
  ['masters-doctors-growth', 'talent', '16.6%', '', '', '硕博人才同比增幅', "Growth of master's and doctor's holders on 2023", '2024'],
  ['postdocs', 'talent', '31', '人', 'people', '新引进博士后', 'Postdoctoral researchers newly attracted', '2024'],
  ['lab-researchers', 'talent', '近200', '人', 'people', '东海实验室科研人员', 'Researchers at the Donghai Laboratory', 'as of 2025-01'],
  ['talent-channels', 'talent', '近2800余', '条', 'channels', '全球引才渠道数据', 'Entries in the map of talent-recruiting channels', '2024', 'both-marks'],
  ['universities-visited', 'talent', '46', '所', 'universities', '赴高校开展引才', 'Universities visited to recruit', '2024'],
  ['partner-universities', 'talent', '53', '家', 'universities', '战略合作高校', 'Partner universities', '2024'],
  ['talent-events', 'talent', '164', '场', 'events', '各类引才活动', 'Talent-recruiting events', '2024'],
  ['talents-helped', 'talent', '240余', '名', 'people', '人才服务专员服务人才', 'People helped by talent-service specialists', '2024'],
  ['talent-problems-solved', 'talent', '50余', '项', 'problems', '解决人才急难愁盼问题', 'Problems solved for them', '2024'],
  ['hr-agencies', 'hr-park', '83', '家', 'agencies', '新增人力资源服务机构', 'Human-resource agencies added', '2024'],
  ['hr-firm-services', 'hr-park', '1200余', '家次', 'services', '产业园服务企业', 'Services to firms by the HR industry park', '2024'],
  ['hr-referrals', 'hr-park', '7200余', '人次', 'referrals', '产业园推荐人才和劳务用工', 'People referred by the HR industry park', '2024'],
  ['skill-ecosystems', 'training', '4', '个', 'ecosystems', '行业技能生态圈', 'Industry skill ecosystems', 'as of 2025-01'],
  ['skill-units', 'training', '46', '家', 'units', '技能单元', 'Skill units', 'as of 2025-01'],
  ['folk-skill-sessions', 'training', '51', '场', 'sessions', '渔俗技能培训', 'Fishing-folk skill training sessions', '2024'],
  ['folk-skill-trainees', 'training', '1500余', '人次', 'attendances', '渔俗技能培训参训', 'Attendances at those sessions', '2024'],
  ['village-reemployed', 'training', '70', '位', 'people', '悬山村民家门口再就业', 'Villagers re-employed at Xuanshan', '2024'],
  ['skilled-new', 'certification', '1.85万', '人', 'people', '新增技能人才', 'Skilled workers newly certified', '2024'],
  ['high-skilled-new', 'certification', '0.69万', '人', 'people', '新增高技能人才', 'High-skilled workers newly certified', '2024'],
  ['skilled-total', 'certification', '24.4万', '人', 'people', '技能人才总量', 'Skilled workers in total', 'end of 2024'],
  ['high-skilled-total', 'certification', '8.6万', '人', 'people', '高技能人才总量', 'High-skilled workers in total', 'end of 2024'],
  ['high-skilled-share', 'certification', '35.3%', '', '', '高技能人才占技能人才比重', 'High-skilled share of skilled workers', 'end of 2024'],
  ['skill-honours', 'certification', '462', '人次', 'honours', '省级技能荣誉', 'Provincial honours for skill', '2024'],
  ['digital-high-skilled', 'certification', '1078', '人', 'people', '持证数字高技能人才', 'Certified digital high-skilled workers trained', '2024'],
  ['digital-high-skilled-completion', 'certification', '270%', '', '', '数字高技能人才培养完成率', 'Completion rate of that target', '2024'],
  ['insured-firms', 'skill-insurance', '240', '家', 'firms', '技能共富保投保企业', 'Firms in the skill insurance', 'as of 2025-01', 'caption-200-over'],
  ['insured-workers', 'skill-insurance', '1.6万', '名', 'people', '技能共富保投保人才', 'Workers insured', 'as of 2025-01', 'caption-240-thousand'],
  ['insurance-premium', 'skill-insurance', '5406.56万', '元', 'yuan', '技能共富保保费合计', 'Premium in total', 'as of 2025-01'],
  ['insurance-discount', 'skill-insurance', '222.65万', '元', 'yuan', '技能共富保累计优惠保费', 'Premium discounted in total', 'as of 2025-01'],
  ['pension-standard-before', 'pension', '330', '元/人·月', 'yuan per person per month', '城乡居民基础养老金(调整前)', 'Basic pension before the rise', '2024'],
  ['pension-standard', 'pension', '350', '元/人·月', 'yuan per person per month', '城乡居民基础养老金(调整后)', 'Basic pension after the rise', '2024'],
  ['pension-recipients', 'pension', '约10万', '人', 'people', '受益退休人员', 'Retired residents who benefit', '2024'],
  ['contribution-before', 'pension', '100', '元/人·年', 'yuan per person per year', '困难群体代缴档次(调整前)', 'Contribution paid for people in hardship before the rise', '2024'],
  ['contribution', 'pension', '200', '元/人·年', 'yuan per person per year', '困难群体代缴档次(调整后)', 'Contribution paid for people in hardship after the rise', '2024'],
  ['online-rate', 'service', '99.07%', '', '', '社保一网通办率', 'Share of social-insurance services done online', '2024'],
  ['satisfaction', 'service', '99.78%', '', '', '社保服务满意指数', 'Satisfaction index of social-insurance services', '2024'],
  ['card-applications', 'service', '160', '项', 'applications', '社保卡搭载应用', 'Applications on the social-insurance card', '2024'],
  ['injury-rate-change', 'service', '-10%', '', '', '工伤发生率同比', 'Change of the work-injury rate on 2023', '2024', 'printed-as-a-fall'],
  ['injury-insurance-change', 'service', '-16%', '', '', '工伤保险同比', 'Change of work-injury insurance on 2023', '2024', 'printed-as-a-fall'],
  ['retirement-prereviews', 'pre-review', '1.5万余', '名', 'people per year', '退休预审服务海岛群众', 'Islanders served by the retirement pre-review', 'a year'],
];
