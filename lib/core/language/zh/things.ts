import type { LanguagePack } from "../pack";

/** What Chinese words ask for. */
export const chineseDeliverables: LanguagePack["deliverables"] = [
  {
    pattern:
      /列入[^；]{0,80}(?:议程|项目|分项)|临时议程|(?:审议|审查)[^；]{0,40}(?:项目|问题)?$|届会议(?:上)?[^；]{0,40}(?:审议|审查)/,
    deliverable: "agenda_item",
    rule: "takes-up-at-session",
  },
  {
    pattern: /报告|汇报|通报|研究报告|最新情况|简报|提交[^，；]{0,30}(?:资料|意见|结论|建议|研究)/,
    deliverable: "report",
    rule: "report",
  },
  {
    pattern: /(?:延长|延续|续延)[^，；]{0,40}(?:任务|任期|授权|措施)/,
    deliverable: "renewal",
    rule: "renews",
  },
  {
    pattern:
      /(?:召开|举行|举办|组织|主办|召集|宣布)[^；]{0,80}(?:会议|大会|研讨会|讲习班|对话|讨论会|活动|首脑会议|论坛|辩论|协商|日|周|年)/,
    deliverable: "meeting",
    rule: "holds",
  },
  {
    pattern:
      /(?:任命|指定|选举|设立|成立|设置)[^，；]{0,50}(?:代表|报告员|专家|工作组|委员会|机构|机制|办事处|协调员|成员|基金)/,
    deliverable: "appointment",
    rule: "appoints",
  },
  { pattern: /(?:捐款|捐助|供资|筹资|资助|资金|批款|摊派|认捐|拨款)/, deliverable: "funding", rule: "funds" },
  {
    pattern:
      /(?:编写|拟订|制定|拟定|起草|出版|编制)[^，；]{0,40}(?:草案|准则|原则|战略|计划|公约|指南|手册|数据库|出版物|案文)/,
    deliverable: "text",
    rule: "drafts",
  },
];

export const chineseConditions: LanguagePack["conditions"] = [
  { id: "existing-resources", pattern: /在现有资源(?:范围)?内/ },
  { id: "voluntary-funds", pattern: /视[^，；]{2,30}(?:提供|供应|具备)情况|利用自愿捐款/ },
  { id: "unless-agreed", pattern: /除非另有(?:商定|决定|议定)/ },
  { id: "as-appropriate", pattern: /酌情|视情况|视需要|必要时/ },
  { id: "upon-request", pattern: /应(?:其)?[^，；]{0,8}请求/ },
  { id: "within-mandate", pattern: /在(?:其|各自)?(?:各自)?任务(?:规定|授权)?(?:范围)?内/ },
];

export const chineseCadences: LanguagePack["cadences"] = [
  { pattern: /每两年|每隔一年/, cadence: "biennial" },
  { pattern: /每三年/, cadence: "triennial" },
  { pattern: /每四年/, cadence: "quadrennial" },
  { pattern: /每六个月|每半年|每年两次/, cadence: "every 6 months" },
  { pattern: /每三个月|每季度/, cadence: "every 3 months" },
  { pattern: /每年|年度报告/, cadence: "annual" },
  { pattern: /每届会议/, cadence: "every session" },
  { pattern: /定期/, cadence: "regular" },
];
