import { classNames, holderNames } from "../class-names";
import type { LanguagePack } from "../pack";

const names = [
  ...classNames([
    ["Member States", "(?:联合国)?(?:各)?会员国", "成员国", "(?:联合国)?全体会员国"],
    ["States", "各?国家(?=[^政机当法委])", "各国(?!政府|议会|家)", "当事国", "国家(?=采取|确保|在|不|为)"],
    [
      "States parties",
      "(?:[一-龥]{0,12}公约)?》?缔约国",
      "《[^》]{2,40}》(?:所有|各)?缔约(?:国|方)",
      "(?:各)?缔约方",
    ],
    ["Governments", "各?国?政府", "各国政府"],
    ["international community", "国际社会", "国际大家庭"],
    ["international donor community", "国际捐助界", "捐助界"],
    ["stakeholders", "(?:各)?利益攸关(?:方|者)", "利益有关者", "行为体", "各行为体"],
    ["parties", "各方", "双方", "当事方", "当事各方", "有关各方", "各当事方"],
    ["developed countries", "发达国家"],
    ["developing countries", "发展中国家"],
    ["least developed countries", "最不发达国家"],
    ["donor countries", "捐助国"],
    ["donors", "捐助(?:方|者)", "捐款国"],
    ["creditors", "债权(?:人|国|方)"],
    ["debtors", "债务(?:人|国|方)"],
    ["private sector", "私营部门", "私人部门"],
    ["civil society", "民间社会(?!组织)", "公民社会"],
    ["civil society organizations", "民间社会组织"],
    ["non-governmental organizations", "非政府组织"],
    ["intergovernmental organizations", "政府间组织"],
    ["international organizations", "国际组织"],
    ["regional organizations", "区域组织"],
    ["international and regional organizations", "国际和区域组织", "国际组织和区域组织"],
    ["regional and subregional organizations", "区域和次区域组织"],
    ["organizations", "组织"],
    ["specialized agencies", "(?:联合国)?(?:各)?专门机构"],
    ["United Nations funds and programmes", "联合国(?:各)?(?:基金和方案|基金、方案)", "基金和方案"],
    ["organizations of the United Nations system", "联合国系统(?:各|内各|有关|相关|其他)*(?:组织|机构)"],
    ["United Nations entities", "联合国(?:系统)?(?:各|有关|相关)?实体", "联合国机构"],
    ["international financial institutions", "国际金融机构"],
    ["financial institutions", "金融机构"],
    ["multilateral development banks", "多边开发银行"],
    ["regional development banks", "区域开发银行"],
    ["regional commissions", "(?:联合国)?(?:各)?区域委员会"],
    ["development partners", "发展伙伴", "发展合作伙伴"],
    ["administering Power", "管理国"],
    ["nuclear-weapon States", "核武器国家", "五个核武器国家"],
    ["special procedures", "特别程序"],
    ["treaty bodies", "条约机构"],
    ["academia", "学术界"],
    ["media", "媒体"],
    ["parliaments", "各?国?议会"],
    ["local authorities", "地方当局"],
    ["resident coordinators", "驻地协调员"],
    ["United Nations country teams", "联合国国家工作队", "国家工作队"],
    ["foundations", "基金会"],
    ["host country", "东道国"],
    ["delegations", "代表团"],
    ["authorities", "当局"],
    ["countries", "各国"],
  ]),
  ...holderNames([
    ["Executive Director", "执行主任"],
    ["Administrator", "署长"],
    ["Executive Secretary", "执行秘书"],
    ["Director-General", "总干事"],
    ["Special Rapporteur", "特别报告员"],
    ["Independent Expert", "独立专家"],
    ["Special Envoy of the Secretary-General", "秘书长特使"],
    ["Special Representative of the Secretary-General", "秘书长特别代表"],
    ["Israel", "(?:占领国，?)?以色列(?:政府)?"],
  ]),
];

/** Words with which the thing asked begins, so that a name cannot reach behind them. */
export const chineseActs =
  "继续|加强|加大|加快|加紧|加速|进一步|采取|支持|考虑|确保|提供|在|与|(?<!共)同|根据|依照|按照|通过|协助|促进|开展|提交|编写|发挥|酌情|紧急|立即|审议|协调(?!员|厅|办公室|局|机制|委员会|理事会)|举办|召开|召集|设立|任命|帮助|邀请|制[定订]|优先|充分|尽快|就|为|以(?!色列)|把|将|应|不|从|对|于|每|及时|视|增加|增进|增强|扩大|共同(?!体)|努力|向|批准|加入|签署|遵守|尊重|保护|执行|实施|落实|履行|利用|使用|参加|参与|分享|交流|报告|汇报|通报|改善|提高|减少|消除|防止|停止|结束|恢复|维持|保持|探讨|研究|推动|推进|承认|确认|处理|解决|给予|作出|做出|进行|建立|发展|定期|毫不|全面|切实|有效|密切|积极|认真|适当|尽一切|尽最大|主动|广泛|迅速|早日|随时|最迟|至迟|再|也|仍|并|便|借助|借鉴|考察|评估|监测|审查|纳入|列入|宣传|庆祝|纪念|举行|组织(?=[^，。；]{0,14}(?:会议|活动|研讨会|讨论))|指定|指派|派|捐|认捐|慷慨|踊跃|交|答复|回应|合作(?!组织|理事会|伙伴|办公室)|协商|协作|欢迎|允许|准许|接受|接纳|释放|撤|拨|分配|安排|着手|开始|完成|拟订|拟定|起草|更新|公布|发布|出版|传播|分发|转递|转交|提请|提出|提醒|呼吁|敦促|鼓励|促使|促成|力求|力争|致力|争取|谋求|寻求|避免|不再|不得|克制|放弃|拒绝|谴责|打击|打破|取缔|惩治|起诉|调查|追究|查明|引渡|移交";

/** "联合国系统各专门机构", "非洲联盟成员国", "联合国自愿基金董事会主席": the name says only whose organization or member it is. */
const chineseModified = new RegExp(
  `(?:(?!${chineseActs})[^，。；：、和及的]){0,26}?(?:成员国|会员国|缔约国|缔约方|当事国|组织|机构|机关|架构|实体|方案|基金|委员会|理事会|工作组|专家组|小组|主席|秘书处|秘书长|总干事|执行主任|署长|专员|代表|特使|协调员|国家工作队|工作队|办事处|办公室|中心|部门|人员|当局|官员|董事会|法庭|特派团|部队|司|网络|伙伴|专家|报告员)(?:主席|秘书处|办事处|办公室|成员)?(?!的)`,
  "y",
);

/** How Chinese names those who are asked. */
export const chineseParties: LanguagePack["parties"] = {
  determiners:
    /(?:，|、|所有|全体|各(?!国|方|当事|会员国|区域委员会)|有关|相关|其他|其它|尚未[^，；。]{2,40}的|有能力[^，；。]{0,12}的|具备[^，；。]{2,12}的|那些|这些|两个|五个|以及|并|由|向|对|包括|特别是|尤其是|其|主要|多边|双边|来自[^，；。]{2,14}的)*/y,
  names,
  clitics: "",
  heads:
    /(?!执行|加强|进一步|通过|充分|在|制[定订]|支持|确认|开展|进行|继续|采取|促进|提供|确保|根据|按照|推动|落实|实现|使用|发展|建立|增加|扩大|利用|参与|努力|考虑|就|以(?!色列)|将|把|立即|全面|有效|迅速|尽快|切实|更多|更加|为|从|向|对|与|不|探讨|探索|研究|审议|分享|交流|毫不|早日|适当|酌情|应用|批准|加入|签署|遵守|尊重|保护|增强|改善|提高|减少|消除|防止|停止|结束|恢复|维持|保持|举行|召开|设立|通报|报告|提交)[^，；。：、]{0,26}?(?:会员国|缔约国|国家|机构|组织|实体|部门|秘书处|委员会|理事会|工作组|专家组|主席|代表|专员|协调员|主任|特派团|部队|中心|研究所|基金|方案|机制|法院|法庭|论坛|网络|各界|人士|各国|利益攸关方|伙伴|当局|政府|议会|大学|银行|捐助方|国际社会|公司|企业|大会|办事处|办公室|领土|管理国|代表团|联盟|共同体|社会|团体|协会|学界|东道主|报告员|任务负责人|检察官|登记册|队伍|审计员|执行局|总部|工作人员|专家|官员|共同主席|成员|各方)(?=[^的]|$)/y,
  joints: /(?:、|和|及|与|以及|并|或|，(?:以及|包括|并)|同)(?=[^，])/g,
  examples: /，?\(?(?:包括|特别是|尤其是|例如|诸如)/g,
  resumes: /，?以及/g,
  accompanied:
    /(?:与|同|和)(?=(?:(?!继续|加强|进一步|扩大|深化|保持|增强|开展)[^，；。、]){2,44}?(?:协商|磋商|合作(?!组织|理事会|伙伴|机制|办公室)|协作|协调(?!员|厅|办公室|委员会|理事会|局)|一道|一起|联合(?!国)|携手|共同(?:努力|开展|组织|采取)))/y,
  modified: chineseModified,
  reach: 3,
  anaphora: /(?:它们|他们|她们|其|它|他|她|后者|这些国家)/y,
  shortForms: [
    { pattern: "特别委员会", of: /Special Committee/ },
    { pattern: "咨询委员会|行预咨委会", of: /Advisory Committee/ },
    { pattern: "委员会", of: /Committee|Commission\b/ },
    { pattern: "经社理事会", of: /Economic and Social Council/ },
    { pattern: "理事会", of: /Council/ },
    { pattern: "(?:该|本)组织", of: /^United Nations$/, here: /Organi[sz]ation/ },
    { pattern: "大会主席", of: /President of the General Assembly/ },
    { pattern: "高级专员办事处", of: /Office of the United Nations High Commissioner/ },
    { pattern: "高级专员", of: /^United Nations High Commissioner/ },
    { pattern: "区域中心|中心", of: /Centre/ },
    { pattern: "研究所", of: /Institute/ },
  ],
  partners: [
    { pattern: /(?:与|同)(?=[^，；。]{2,60}(?:合作|协作|协调))|联合/, role: "cooperation" },
    { pattern: /(?:与|同)(?=[^，；。]{2,60}(?:协商|磋商))|经与/, role: "consultation" },
    { pattern: /在(?=[^，；。]{2,40}(?:支持|协助)下)/, role: "support" },
    { pattern: /通过(?=[^，；。]{2,40}向)/, role: "through" },
  ],
};
