import type { LanguagePack } from "../pack";
import { chineseOrdinals } from "./ordinals";
import { chineseActs, chineseParties } from "./parties";
import { chineseCadences, chineseConditions, chineseDeliverables } from "./things";
import { chineseDates, chineseSessions } from "./time";
import { chineseAdverbs, chineseVerbs } from "./verbs";

/** Chinese. */
export const chinesePack: LanguagePack = {
  language: "zh",
  sureness: 0.92,
  letters: "",
  verbs: chineseVerbs,
  adverbs: chineseAdverbs,
  links: /[，；。：](?:并|为此|因此|在这方面|同时)?|(?<weak>、)/g,
  pronouns: null,
  parties: chineseParties,
  ask: {
    complement: new RegExp(chineseActs, "g"),
    notComplementBefore: /(?!)/,
    shall: /^(?:，[^，；。]{1,30}，)?(?:应(?!由|为)|须|必须|将(?!于|在))/,
    deeds: new RegExp(
      `^(?:(?:各|所有|更多|更|这种|此种|有关|相关|国际|区域|双边|多边|全球|人们?|如此|新的|持续|[^，。；]{0,6}的)*(?:${chineseActs})|[^，。；]{0,14}?(?:活动|措施|举措|努力|行动|工作|倡议|对话|做法|进程|方式|方法|政策|计划|战略|项目|研究|交流|投资|贸易|发展|建设|教育|培训|合作|使用|利用|援助|支助|进展|一体化))`,
    ),
    doers: /(?!)/g,
    further: /，(?:并|且|还)(?=[^，])/g,
    chapeau: /[：:]\s*$/,
    continues: new RegExp(`^[\\s"“(]*(?:${chineseActs}|发行|散发|扩充|组织|敦促|强调|欢迎|鼓励)`),
  },
  decisions: {
    complement: null,
    atOnce:
      /^[^；]{0,60}应(?:由|从|为)|^，?(?:还|又|也)?(?:接受|通过|核准|认可|赞同|确认|重申|修正|撤销|废除|终止|取消|注意到)/,
    remainsSeized: /继续(?:积极)?处理(?:此案|此事|该事项|这个问题)/,
    event:
      /(?:会议|大会|届会|首脑会议|论坛|辩论|对话|活动|研讨会|协商|日|周|年|项目|任务)[^；]{0,120}(?:举行|召开|举办|列入|延长|审议)/,
    obligation: /^[^；，]{0,60}(?:应(?!由|为)|须|必须|将(?:继续|提交|审议|编写|开展|负责|向))/,
  },
  ordinals: chineseOrdinals,
  sessions: chineseSessions,
  dates: chineseDates,
  cadences: chineseCadences,
  deliverables: chineseDeliverables,
  conditions: chineseConditions,
};
