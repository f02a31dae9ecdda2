import { ordinalPattern } from "./ordinals";

/**
 * The words by which the parts of a resolution are known in English. Each pattern stands with an example;
 * none can take more than time linear in the line it reads (lines are cut to `longestHead` before they are tested).
 */
export const longestHead = 400;

const organNames =
  "General Assembly|Security Council|Economic and Social Council|Human Rights Council|United Nations Environment Assembly" +
  "(?: of the United Nations Environment Programme)?|United Nations Habitat Assembly|Trusteeship Council";

/** "The General Assembly," alone on its line: the preamble begins. "_The Security Council_" in Markdown. */
export const enactingLine = new RegExp(`^[*_]*the (${organNames})[*_]*\\s?[,:;.]?[*_]*$`, "i");

/** "The General Assembly decides …", "THE ECONOMIC AND SOCIAL COUNCIL, in order to …": enacting words in running text. */
export const enactingStart = new RegExp(`^[*_]*the (${organNames})\\b[*_]*,?\\s?`, "i");

/** "Resolution adopted by the General Assembly on 16 December 2020", "Resolution of the Economic and Social Council of 16 February 1946". */
export const adoptedBy = new RegExp(
  `\\bresolutions? (?:adopted by|of) the (${organNames})(?:[^\\d]{0,40}?\\b(?:on|of)\\s+(\\d{1,2}\\s+[A-Z][a-z]+,?\\s+\\d{4}))?`,
  "i",
);

/** "Adopted by the Security Council at its 6774th meeting, on 18 May 2012". */
export const adoptedAtMeeting = new RegExp(
  `\\badopted by the (${organNames})(?: at its (${ordinalPattern}) (?:\\(\\w+\\) )?(?:plenary )?meeting)?,?(?: held)? on\\s+(\\d{1,2}\\s+[A-Z][a-z]+,?\\s+\\d{4})`,
  "i",
);

/** "77th plenary meeting", "Hundred and second plenary meeting,", "12th (resumed) meeting": the close of a resolution. */
export const meetingLine = new RegExp(
  `^[*_(]*((?:at (?:its|the) )?(${ordinalPattern})\\s+(?:\\((?:resumed|closing|opening|closed)\\)\\s+)?(?:plenary\\s+)?meeting)[.,;]?[*_)]*(?:\\s+(?:on )?(\\d{1,2}\\s+[A-Z][a-z]+,?\\s+\\d{4})[.*_]*)?$`,
  "i",
);

/** "Adopted at the 1499th plenary meeting, 19 December 1966." */
export const adoptedAtPlenary = new RegExp(
  `^[*_(]*adopted at the (${ordinalPattern})\\s+(?:plenary\\s+)?meeting,?\\s+(?:on )?(\\d{1,2}\\s+[A-Z][a-z]+,?\\s+\\d{4})`,
  "i",
);

/** "of 21 December 1971", "Resolution of 5 August 1947": the date below a resolution's number. */
export const datedLine =
  /^[*_([]*(?:resolution )?of (\d{1,2}\s+[A-Z][a-z]{2,8},?\s+\d{4})[\s\d\u00b9\u00b2\u00b3.*_)\]]*$/i;

export const months: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
};

/** "18 December 1997", "19 December 1966." alone on a line. */
export const dateLine =
  /^[*_(]*(?:on )?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,8}),?\s+(\d{4})[.,;]?[*_)]*$/;

/** "6–23 June 2017", "12 September–7 October 2022", "Nairobi, 23–27 May 2016": the days of a session in a heading. */
export const sessionDaysLine =
  /^(?:[A-Z][\p{L}' -]{2,40}, )?\d{1,2}(?: [A-Z][a-z]{2,8})?(?: \d{4})? ?[-–—] ?\d{1,2} [A-Z][a-z]{2,8} \d{4}$/u;

/** "Thirty-fifth session", "2021 session", "Tenth emergency special session", "Resumed fifty-seventh session". */
export const sessionLine = new RegExp(
  `^[*_]*(?:resumed )?(?:(${ordinalPattern})|(\\d{4}))(?:\\s+(emergency\\s+special|special|resumed))?\\s+session\\b(?:[^.;]{0,80})?$`,
  "i",
);

/** "Agenda item 11 (b)", "Item 3 of the agenda". */
export const agendaLine = /^[*_]*(?:agenda items?|items? \d+ of the agenda)\b/i;

/** "Annex", "ANNEX II", "Annex to resolution 78/2", "Appendix I": what follows is no part of the resolution's own paragraphs. */
export const annexLine =
  /^[*_#\s]*(annex(?:es)?|appendix|enclosure|attachment|schedule)(?:\s+(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}))?(?:\s+to (?:the )?(?:resolution|decision|present)[^.;]{0,60})?[.:]?[*_\s]*\d{0,3}$/i;

/** "[Adopted without a vote.]", "Adopted by a recorded vote of 18 to 15", "RECORDED VOTE ON RESOLUTION 49/128": how it was voted. */
export const voteLine =
  /^[*_[(]*(?:adopted (?:without a vote|by (?:a |\d+)|unanimously|by consensus|at the \d{1,5}(?:st|nd|rd|th) meeting)|recorded vote\b|the voting was|resolution adopted as orally|in favour:?$|against:?$|abstaining:?$|abstentions:?$)/i;

/** "Section I", "Part two", "Chapter III", "SECTION 3B. DEPARTMENT …": headings that carry their own word. */
export const namedSection =
  /^[*_#\s]*(?:section|part|chapter|title) (?:[IVXLC]{1,6}|\d{1,2}[A-Z]?|[A-Z]|one|two|three|four|five)\b/i;

/** Words before a number that make it a reference and no footnote mark: "article12", "paragraph3". */
export const numberedThings = new Set(
  "article articles paragraph paragraphs para paras section sections rule rules annex chapter resolution resolutions decision decisions table page pages item items goal goals target number no nos vol part line phase category option grade level sect chap figure box agenda document".split(
    " ",
  ),
);

/** How the text of a footnote begins: "Official Records …", "See A/52/572.", "Ibid., annex I." */
export const citationStart =
  /^(?:[*_]*(?:official records|see\b|ibid|idem|op\. cit|united nations(?:,| publication| treaty|\W+treaty)|resolutions? \d|resolution [A-Z]|general assembly (?:resolution|decision)|security council resolution|decision \d|report of|document|adopted|records of|in\b|the (?:text|report|delegation)|for the|as (?:amended|contained|adopted|defined|at)|available|league of nations|treaty series|international labour|food and agriculture|world health|conference room|under (?:this|the)|a later|dr\.|[ASETW]\/|A\/|E\/|S\/|ST\/|TD\/|DP\/|UNEP\/|ICCD|FCCC|CEDAW|CRC|HRI|DC\/|ICJ|I\.C\.J)|[A-Z][A-Z0-9.]*\/[A-Z0-9])/i;

/** A running head: "General Assembly—Forty-second Session", "346   General Assembly—Forty-fifth Session", "VIII. Resolutions adopted on the reports of the Fifth Committee 345". */
export const runningHead = new RegExp(
  `^[^A-Za-z]{0,40}(?:(?:general assembly|security council|economic and social council|human rights council)\\s?[—–-]+\\s?(?:${ordinalPattern})\\s+(?:special |emergency special )?session|(?:[IVXLC]{1,6}[.\\s]+)?resolutions? adopted (?:on|without|by|during)\\b[^.;:]{0,160}?(?:committee|council|session|assembly)s?\\b|(?:[IVXLC]{1,6}[.\\s]+)?decisions adopted\\b[^.;:]{0,80})[^.;:]{0,80}$`,
  "i",
);

/** "Adopts the following political declaration …:", "Proclaims the following …:": what stands below is an adopted text. */
export const adoptsText =
  /\b(?:adopts?|proclaims?|approves?|endorses?|declares?)\b[^:]{0,400}\b(?:following|below)\b/i;
