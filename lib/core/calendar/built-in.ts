import commissionForSocialDevelopment from "./data/commission-for-social-development.json";
import commissionOnCrimePreventionAndCriminalJustice from "./data/commission-on-crime-prevention-and-criminal-justice.json";
import commissionOnHumanRights from "./data/commission-on-human-rights.json";
import commissionOnNarcoticDrugs from "./data/commission-on-narcotic-drugs.json";
import commissionOnPopulationAndDevelopment from "./data/commission-on-population-and-development.json";
import commissionOnScienceAndTechnologyForDevelopment from "./data/commission-on-science-and-technology-for-development.json";
import commissionOnSustainableDevelopment from "./data/commission-on-sustainable-development.json";
import commissionOnTheStatusOfWomen from "./data/commission-on-the-status-of-women.json";
import committeeForProgrammeAndCoordination from "./data/committee-for-programme-and-coordination.json";
import committeeOfExpertsOnPublicAdministration from "./data/committee-of-experts-on-public-administration.json";
import committeeOnThePeacefulUsesOfOuterSpace from "./data/committee-on-the-peaceful-uses-of-outer-space.json";
import committeeOnWorldFoodSecurity from "./data/committee-on-world-food-security.json";
import ecosoc from "./data/ecosoc.json";
import ecosocNumbered from "./data/ecosoc-numbered.json";
import ga from "./data/ga.json";
import gaEmergency from "./data/ga-emergency.json";
import gaSpecial from "./data/ga-special.json";
import highLevelCommitteeOnSouthSouthCooperation from "./data/high-level-committee-on-south-south-cooperation.json";
import hrc from "./data/hrc.json";
import permanentForumOnIndigenousIssues from "./data/permanent-forum-on-indigenous-issues.json";
import statisticalCommission from "./data/statistical-commission.json";
import unHabitatAssembly from "./data/un-habitat-assembly.json";
import unHabitatGoverningCouncil from "./data/un-habitat-governing-council.json";
import unctadConference from "./data/unctad-conference.json";
import unea from "./data/unea.json";
import unepGoverningCouncil from "./data/unep-governing-council.json";
import unepGoverningCouncilSpecial from "./data/unep-governing-council-special.json";
import unitedNationsForumOnForests from "./data/united-nations-forum-on-forests.json";
import { type CalendarPack, parseCalendarPack } from "./packs";
import type { CalendarSession } from "./rule";

/** To add a body, add its data file and one line here. */
const files: readonly unknown[] = [
  commissionForSocialDevelopment,
  commissionOnCrimePreventionAndCriminalJustice,
  commissionOnHumanRights,
  commissionOnNarcoticDrugs,
  commissionOnPopulationAndDevelopment,
  commissionOnScienceAndTechnologyForDevelopment,
  commissionOnSustainableDevelopment,
  commissionOnTheStatusOfWomen,
  committeeForProgrammeAndCoordination,
  committeeOfExpertsOnPublicAdministration,
  committeeOnThePeacefulUsesOfOuterSpace,
  committeeOnWorldFoodSecurity,
  ecosocNumbered,
  ecosoc,
  gaEmergency,
  gaSpecial,
  ga,
  highLevelCommitteeOnSouthSouthCooperation,
  hrc,
  permanentForumOnIndigenousIssues,
  statisticalCommission,
  unHabitatAssembly,
  unHabitatGoverningCouncil,
  unctadConference,
  unea,
  unepGoverningCouncilSpecial,
  unepGoverningCouncil,
  unitedNationsForumOnForests,
];

let loaded: readonly CalendarPack[] | null = null;

/**
 * The calendar packs that come with the product, read and checked once. Throws if a data file is faulty: that is a
 * fault of the build, and a test reads every file.
 */
export function builtInPacks(): readonly CalendarPack[] {
  loaded ??= files.map((file) => {
    const pack = parseCalendarPack(file);
    if (!pack.ok) throw new Error(`${pack.error.message} ${JSON.stringify(pack.error.fields)}`);
    return pack.value;
  });
  return loaded;
}

/** Every session of the built-in packs, in the order of the packs. */
export const builtInSessions = (): CalendarSession[] => builtInPacks().flatMap((pack) => pack.sessions);
