/** Base forms of the verbs with which resolutions say what is to be done: "to report", "to prepare". */
const baseVerbs: ReadonlySet<string> = new Set(
  (
    "abide abstain accede accelerate accept access accommodate accompany accomplish accord account achieve " +
    "achieving acknowledge acquire act adapt add address adhere adjourn adjust administer adopt advance " +
    "advertise advertize advise advocate affect agree aid aim align alleviate allocate allot allow amend " +
    "amplify analyse announce answer anticipate apply appoint apportion appraise apprise approach appropriate " +
    "approve arm arrange arrest articulate ascertain ask assemble assert assess assign assist associate " +
    "assume attach attain attempt attend attract attribute audit augment authorize avail avoid award base be " +
    "bear become begin benchmark benefit better bid bind block bolster book boost bridge brief bring broaden " +
    "build call campaign capitalize capture carry cater cease celebrate centralize channel charge check " +
    "choose circulate cite claim clarify clear close cluster co-host co-operate co-ordinate co-sponsor codify " +
    "collaborate collate collect combat combine come commemorate commence commend comment commission commit " +
    "communicate compare compel compensate compete compile complement complete comply comprise conceive " +
    "conclude condemn condition conduct confer confirm conform confront connect consent conserve consider " +
    "consolidate constitute construct consult contact contain continue contract contribute control convene " +
    "convert convey convict cooperate coordinate cope correct counter cover create credit criminalize " +
    "cultivate cut de-escalate deal debate decarbonize decentralize decide declare decolonize dedicate deem " +
    "deepen defend defer define delay delegate delete deliberate delimit deliver demarcate demobilize " +
    "demolish demonstrate denounce deny depart deplete deploy deport deposit derive descend desegregate " +
    "design designate desist destine destroy detain detect deteriorate determine develop devise devote " +
    "diagnose dialogue diffuse digitalize digitize diminish direct disaggregate disarm disband disburse " +
    "discharge disclose discontinue discourage discuss dismantle dispatch dispose disrupt disseminate " +
    "dissolve distinguish distribute diversify divide do document double draft draw drive earmark ease edit " +
    "effect effectuate elaborate elect elevate eliminate embark embed embody embrace emigrate emphasize " +
    "employ empower enable enact enclose encounter encourage end endeavour endorse enforce engage enhance " +
    "enjoy enlarge enlighten enlist enquire enrich enrol ensure entail enter entertain entrench entrust " +
    "enumerate envisage equal equip eradicate erect escalate escort establish estimate evacuate evaluate " +
    "evolve examine exceed except exchange exclude execute exempt exercise exert exhaust exhort expand " +
    "expedite experience experiment exploit explore expose express expunge extend extradite face facilitate " +
    "fail feature fight fill finalize finance find finish fix flag focus follow foresee forgive forgo form " +
    "formulate forward foster found freeze fuel fulfil full function fund furnish gain gather gear generate " +
    "give go govern graduate grant grapple group grow guarantee guard guide halt harbour harmonize harness " +
    "hasten have hear heed help highlight hinder hire hold honour host house identify impact impart impede " +
    "implant implement import impose improve incite include incorporate increase index indicate induce inform " +
    "initial initiate input inquire inscribe insert insist inspire institute institutionalize instruct " +
    "insulate insure integrate intend intensify interact intercept interface internationalize interpret " +
    "intervene introduce invest investigate invite invoke involve issue it itemize join justify keep know " +
    "label last launch lay lead learn leave legislate lend let leverage levy liaise liberate license lift " +
    "lighten limit link list live lobby localize locate look lower mainstream maintain make manage manifest " +
    "map mark marshal match maximise maximize measure meet meld merge mine minimize mitigate mobilise " +
    "mobilize modernize modify monitor motivate move name narrow neglect negotiate neutralize nominate note " +
    "notify nurture obey object observe obstruct obtain obviate occupy occur offer open operate " +
    "operationalize optimize organise organize orient orientate outline overcome overhaul override oversee " +
    "overview own partake participate partner pass patrol pay penalize perfect perform permit perpetuate " +
    "persist persuade phase pilot place plan plant play pledge point police pool popularize populate pose " +
    "position possess post postpone practice practise precede predict prefer prepare prescribe present " +
    "preserve preside press presume prevent prioritize privatize proceed process proclaim procure produce " +
    "prohibit project prolong promote propose prosecute prosper protect protest prove provide provision " +
    "provoke publicize publish punish purchase pursue push put quantify quell question quit raise rank ratify " +
    "rationalize re-emphasize re-engage re-establish re-evaluate re-examine reach react reactivate read " +
    "readjust reaffirm realign realize reappoint rearrange reassess reassign reassure rebuild recalibrate " +
    "recall recast recede receive recite reclassify recognize recommend recommit reconcile reconsider " +
    "reconstitute reconstruct reconvene record recover recruit rectify recycle redeploy redesign redirect " +
    "redouble redraft redress reduce refer refine reflect reform refrain refuse refute regain regard register " +
    "regulate rehabilitate reimburse reinforce reinstate reinvigorating reiterate reject relate relax relay " +
    "release relieve relinquish relocate rely remain remedy remind remit remove render renegotiate renew " +
    "renounce renovate reopen reorganize reorient repatriate repay repeal repeat rephrase replace replicate " +
    "reply report represent repress reproduce request require reschedule rescind research reserve resettle " +
    "resolve resort respect respond rest restore restrain restructure resubmit result resume retain retrain " +
    "retrieve return reunify reunite revalue reveal reverse revert review revise revisit revitalize revive " +
    "revoke rise rotate run safeguard sanction satisfy save scale scale-up schedule screen search secure seek " +
    "seize select sell send sensitize separate serve set settle shape share shelter shift ship shorten show " +
    "sign signal simplify skip smooth solicit solve spare spearhead specify speed spend split sponsor spread " +
    "stabilise stabilize staff stand standardize start state station steer stem step stimulate stipulate stop " +
    "store streamline strengthen stress strive structure study subject submit subscribe subsidize " +
    "substantiate substitute subsume succeed suffer suggest sum supervise supplement supply support suppress " +
    "surmount surrender survey suspend sustain swear switch synchronize synergize synthesize systematize " +
    "table tackle tailor take talk tally tap target task tax teach tend tender terminate test testify thank " +
    "think tighten tolerate top total trace track trade train transfer transform transition translate " +
    "transmit transport travel treat try turn unblock uncover undergo underline undermine underscore " +
    "understand undertake undo unify unite update upgrade uphold uproot urge use utilise utilize vacate " +
    "vaccinate validate value vary verify vest view violate visit visualize vote wage wait waive warn watch " +
    "favour favor resource cement chart co-lead deter speak absorb forge believe withstand avert reintegrate break interview overthrow interfere afford catalyse catalyze repair " +
    "describe die reward handle mislead see reauthorize restrict assure correspond emerge spur reinvigorate counteract incentivize cause " +
    "affirm earn modernise standardise unfreeze fulfill obligate complain discard contest demilitarize destabilize discriminate normalize " +
    "disengage boycott alter listen reallocate untie weigh discover coincide lodge defuse remediate unlock escape stay contextualize " +
    "shield degrade coerce infringe regularize galvanize alert abduct reintroduce delineate diverge admit suspect elicit heighten " +
    "exacerbate consist mediate operationalise finalise demobilise neutralise interdict inspect regularise realise regret underpin curb " +
    "delist discipline chair redeem reconvert emancipate authorise recognise analyze summarize memorialize scrutinize prioritise criminalise " +
    "abolish readmit enshrine educate hamper indemnify defray reap encompass expend symbolize dredge deprive showcase jeopardize activate revitalise fast-track engender navigate " +
    "get threaten exist appeal manufacture attack export cross flee oppose explain downgrade halve endanger perpetrate strike sit " +
    "circumvent harm erode stifle defeat cancel mount inherit adjudicate weaken undercut traffic confess divert rename dock appear " +
    "prejudice compromise extract certify upload tarnish forecast shrink arise heal decouple inhabit fall resist ban curtail counsel " +
    "accredit radicalize rebut inflame trigger trust congregate impoverish instil disregard intimidate ameliorate polarize lose " +
    "materialize reformulate apprehend solidify derogate preclude marry profess congratulate rescue obliterate defy oblige kill " +
    "rethink roll inaugurate delegitimize detail pre-empt webcast apologize dispense frame hide derail restart de-risk drop abandon " +
    "commute prejudge stockpile rejuvenate classify expel banish exile disable disallow disapprove disavow disconnect disqualify " +
    "disturb downsize drain drill dump duplicate dwell eject embargo embezzle emulate encroach endow enliven enslave entice entitle " +
    "enunciate equate equalize err estrange evade evict evoke excuse exhibit exonerate expropriate extinguish fabricate falsify fend " +
    "ferment flout fly forbid formalize fortify fragment frustrate garner glean glorify grasp greet guess handover harass harvest " +
    "humanize hurt idealize ignore illuminate illustrate imagine immunize impair impound imprison incarcerate incarnate incur indict " +
    "individualize industrialize infer inflict inhibit injure innovate insinuate instrumentalize interrogate intrude inundate irrigate " +
    "isolate jail judge jump knit lament lapse leak liberalize liken liquidate litigate lock loot magnify malign manipulate meddle " +
    "menace militarize mimic modulate multiply nationalize nourish nullify nurse obscure offend offset omit oust outlaw outnumber " +
    "outperform outsource overburden overlap overlook overrule overstate overtake overuse overwhelm owe pack pardon parry pave " +
    "perceive perish persecute pinpoint pioneer plead ply polish pollute portray postulate predetermine predispose presuppose print " +
    "probe procrastinate propagate propel proscribe prune pull purify quarantine quarrel quote rally ransom rape rebalance rebuke " +
    "recapitalize recapture reciprocate reclaim reconnect recollect reconfirm reconfigure recondition recount recreate recur " +
    "recuperate re-enter re-open refinance refill reformat refresh refuel refund regenerate regroup rejoin rekindle relapse re-launch " +
    "relaunch reload remand remodel remunerate renationalize replenish reposition reprioritize reprogramme repudiate reshape reside " +
    "resign retaliate retreat retrofit retrench revamp reword rob sabotage sacrifice sail salvage scrap scrutinise segregate sequester " +
    "shed shoot shoulder shut situate slash smuggle spell spy squander stagger starve steal sterilize stick stigmatize straddle strain " +
    "strip subdivide subjugate subvert sue suffice supplant survive sway swap sympathize tamper taper telecast telework televise tempt " +
    "thrive throw thwart tie touch toughen trample transcend transcribe transplant traverse trespass trim triple trivialize " +
    "troubleshoot unbundle underestimate underlie underwrite unfold unleash unload unravel unseat unveil upscale upset usher usurp " +
    "uplift utter veto vindicate volunteer vouch wane ward warrant weaponize wear wipe witness worsen wound wrap yield co-chair " +
    "co-facilitate co-finance co-organize co-organise co-fund co-create co-design co-develop cofinance coorganize re-elect " +
    "re-emphasise re-integrate re-energize reenergize reengage reevaluate reexamine reemphasize re-allocate re-admit re-affirm " +
    "re-assess re-commit interlink internalize crosscheck cross-reference debrief decriminalize decommission deconflict deescalate " +
    "demine demystify denuclearize depoliticize deradicalize deregister destigmatize detoxify digitise disincentivize disinvest divest " +
    "domesticate downscale electrify empathize enroll externalize familiarize fingerprint fundraise gender-mainstream geolocate " +
    "greenlight harmonise hospitalize humanise improvise incubate individualise informalize institutionalise insource intermediate " +
    "internationalise interrelate invigorate jump-start kick-start leapfrog liberalise localise log lump mechanize mentor micromanage " +
    "militate minimise misuse monetize moor naturalize normalise optimise pasture peer-review personalize pilot-test pre-position " +
    "preempt predesignate professionalize quadruple radicalise rationalise reassert rebrand recapitulate recommence recompense " +
    "reconceptualize recriminate recirculate redefine redesignate rediscover rededicate reenact reequip reestablish reflag reforest " +
    "rehouse remobilize replant repossess reprint republish requalify resell resensitize restock restate resupply resurface retool " +
    "reuse revalidate revegetate reweigh ring-fence roll-out scale-down scope self-assess self-finance simulate sketch socialize " +
    "strategize subcontract subsidise summon surpass surveil synchronise synergise synthesise systematise tabulate transact unbind " +
    "undersign universalize upskill urbanize visualise weed wean whitelist " +
    "light dig clean burn bury catch climb eat feed feel hang mend paint plough pray pump ride sing sink sleep sow spray sweep swim tear tell wash weave " +
    "welcome widen win wish withdraw withhold work write"
  ).split(" "),
);

/** Verbs that are nouns as often: "the report", "its work". After a name they are verbs only where nothing better follows. */
const nounsToo: ReadonlySet<string> = new Set(
  (
    "report review work support plan request study programme project process group fund trade mandate map mark need practice " +
    "progress record reform research result return schedule shape state structure survey target test trace transition transport use value view visit vote " +
    "access act address advance aid aim answer approach assist attempt audit base benefit budget call campaign change charge " +
    "comment commission conduct contact contract control cost counter cover credit debate decrease delay demand design dialogue document draft drive " +
    "effect engage estimate experience experiment exchange export face feature finance focus form function grant guide harm help house impact implant import " +
    "increase index influence interest interface issue label link list measure mine monitor name note object offer order outline partner police position post press " +
    "price profit project protest provision purchase question rank rate register release remedy rest risk search sign stage staff start station step store stress subject supply surge " +
    "table task tax term top total track train transfer travel update wage water welcome wish"
  ).split(" "),
);

/** True for the base form of a verb: "report", "co-ordinate". */
export const isBaseVerb = (word: string): boolean => baseVerbs.has(word);

/** True for a verb in base form that is also a common noun. */
export const isNounToo = (word: string): boolean => nounsToo.has(word);

/** True for the third person singular of a known verb: "takes", "complies", "establishes". */
export function isThirdPerson(word: string): boolean {
  if (!word.endsWith("s")) return false;
  if (baseVerbs.has(word.slice(0, -1))) return true;
  if (word.endsWith("ies")) return baseVerbs.has(`${word.slice(0, -3)}y`);
  return word.endsWith("es") && baseVerbs.has(word.slice(0, -2));
}
