import type { DeadlineOperator, SessionPart } from "../calendar/rule";
import type { CadenceId } from "../vocabulary/cadence";
import type { Deliverable } from "../vocabulary/deliverables";
import type { FollowUpVerb, NoFollowUpReason } from "../vocabulary/verbs";

/** The languages that are read by a pack; English has its own recognizers. */
export type PackLanguage = "fr" | "es" | "ru" | "ar" | "zh";

/**
 * One operative verb. `words` are sources of regular expressions for the folded text, one a word: adverbs may stand
 * between them ("prie [également] instamment"). Longer forms go before shorter ones.
 */
export type PackVerb = {
  readonly words: string;
} /** `renews`: the organ prolongs something by the verb itself, "Extends the mandate of …". */ & (
  | { readonly means: "follow-up"; readonly verb: FollowUpVerb; readonly renews?: true }
  | { readonly means: "nothing-asked"; readonly reason: NoFollowUpReason }
);

/** A name as a pattern on the folded text, with its English name: that of the registry where the registry has it. */
export type PackName = {
  readonly pattern: string;
  readonly name: string;
  readonly isClass: boolean;
};

/** How a session is named: by its number, its year, or by pointing ("at that session", "at its next session"). */
export type SessionPattern = {
  readonly kind: "numbered" | "year" | "same" | "next" | "current";
  /** Global; groups `ords` (one or several numbers) or `year`. */
  readonly pattern: RegExp;
};

export type OrdinalRules = {
  /** Source of a pattern for one ordinal in words or figures; it captures nothing. */
  readonly pattern: string;
  /** "soixante-dix-huitième" → 78; null where the words are none. Takes printed or folded words. */
  readonly parse: (words: string) => number | null;
  /** 78 → "soixante-dix-huitième", as resolutions of that language print it before or behind "session". */
  readonly format: (number: number) => string;
  /** "soixante-dix-huitième, soixante-dix-neuvième et quatre-vingtième" → 78, 79, 80. */
  readonly parseList: (words: string) => readonly number[];
};

/** Everything that the engine must know of a language. All patterns are for folded text (see `fold`). */
export type LanguagePack = {
  readonly language: PackLanguage;
  /** How much is believed of what is read in this language, beside the same in English: 0 to 1. */
  readonly sureness: number;
  /** Letters of a word, for a character class; "" where words are not set apart. */
  readonly letters: string;
  readonly verbs: readonly PackVerb[];
  /** Sticky; what may stand before, inside and behind an operative verb, with its blanks: "également". */
  readonly adverbs: string;
  /** Global; where a further clause may open. Group `weak` marks links behind which only a verb with an addressee counts. */
  readonly links: RegExp;
  /** Sticky; an object pronoun before the verb: "les invite". */
  readonly pronouns: RegExp | null;
  /** Global; a reference by relative clause that goes on with the organ as subject: "qu'elle invite". */
  readonly parties: {
    /** Sticky; articles, prepositions and "all", "relevant" before a name. */
    readonly determiners: RegExp;
    readonly names: readonly PackName[];
    /** Letters set before a name without a blank ("و", "ب"); "" where there are none. */
    readonly clitics: string;
    /** Sticky; the head noun of an addressee that no table names: "gouvernements", "organismes". */
    readonly heads: RegExp;
    /** Global; what joins two addressees. */
    readonly joints: RegExp;
    /** Global; what opens examples of those asked, who are not asked themselves: "including", "in particular". */
    readonly examples: RegExp;
    /** How an aside between two addressees begins: "taking into account", "in accordance with". */
    readonly asides: RegExp;
    /** Global; what goes on with the chain behind examples: "as well as". */
    readonly resumes: RegExp;
    /** Sticky, at a joint: whoever follows takes part and is not asked ("与…协商"). Null where prepositions tell. */
    readonly accompanied: RegExp | null;
    /** Sticky, behind a name: the rest of a longer addressee of which it is the first part ("非洲联盟成员国"). */
    readonly modified: RegExp | null;
    /** How far behind a name a joint may stand: descriptions may come between in languages that set words apart. */
    readonly reach: number;
    /** Sticky; pronouns for those named before. */
    readonly anaphora: RegExp;
    /** Short forms with the word of the English full name they stand for: "la commission" → "Commission". */
    readonly shortForms: readonly {
      readonly pattern: string;
      readonly of: RegExp;
      /** The same for names in the same paragraph, where more can be meant. */
      readonly here?: RegExp;
    }[];
    /** Global; "in cooperation with …" with the role. */
    readonly partners: readonly {
      readonly pattern: RegExp;
      readonly role: "cooperation" | "consultation" | "support" | "through";
    }[];
  };
  readonly ask: {
    /** Global; where the thing asked begins behind the addressee: "de prendre", "que". Group `that` marks a clause. */
    readonly complement: RegExp;
    /** Words behind which a complement is none of the verb's own: "visant à", "afin de". Tested on what stands before. */
    readonly notComplementBefore: RegExp;
    /** Chinese: "shall", behind the subject of a decision. Arabic: "that" with its verb, before the subject. Elsewhere never. */
    readonly shall: RegExp;
    /** Tested on what stands behind the verb: a noun of doing ("the implementation of …") names nobody. */
    readonly deeds: RegExp;
    /** Global; doers of such a noun: "cooperation between", "efforts by". What follows is read as addressees. */
    readonly doers: RegExp;
    /** Global; where a further thing asked begins: "et de lui présenter". */
    readonly further: RegExp;
    /** Ends of a chapeau on which sub-paragraphs hang. */
    readonly chapeau: RegExp;
    /** How a sub-paragraph goes on from its chapeau. */
    readonly continues: RegExp;
  };
  readonly decisions: {
    /** Global; where the thing decided begins, where it differs from the complement of other verbs. */
    readonly complement: RegExp | null;
    /** Tested on the thing decided: nothing remains to be done. */
    readonly atOnce: RegExp;
    readonly remainsSeized: RegExp;
    /** In a that-clause: an event that is to be held, an item to be taken up. */
    readonly event: RegExp;
    /** In a that-clause: somebody must act. */
    readonly obligation: RegExp;
  };
  readonly ordinals: OrdinalRules;
  readonly sessions: {
    /** A word without which no session is named. */
    readonly word: RegExp;
    readonly patterns: readonly SessionPattern[];
    /** Tested on a session with what stands before it: a special one that is to be convened, counted apart. */
    readonly special: RegExp;
    /** Sticky, right behind the session: the words before its body's name. */
    readonly ownerBehind: RegExp | null;
    /** What may stand between a body's name and its session. */
    readonly gap: RegExp;
    /** Tested on what stands before: the session names a report, or something past. */
    readonly noLimit: RegExp;
    /** Tested on what stands before the body whose session it is: that body did something there. */
    readonly doneBefore: RegExp;
    /** Sticky, right behind the session: what was adopted there. Null where that stands before. */
    readonly noLimitBehind: RegExp | null;
    readonly parts: readonly { readonly pattern: RegExp; readonly part: SessionPart }[];
    readonly operators: readonly { readonly pattern: RegExp; readonly operator: DeadlineOperator }[];
  };
  readonly dates: {
    /** Global; groups `day`, `month`, `year` (month and year alone count too), `op` the words before. */
    readonly patterns: readonly RegExp[];
    readonly months: readonly string[];
    /** Global; groups `amount`, `unit`, `from`. */
    readonly relative: RegExp | null;
    readonly amounts: Readonly<Record<string, number>>;
    readonly units: readonly { readonly pattern: RegExp; readonly unit: "day" | "week" | "month" | "year" }[];
    readonly operators: readonly { readonly pattern: RegExp; readonly operator: DeadlineOperator }[];
  };
  readonly cadences: readonly { readonly pattern: RegExp; readonly cadence: CadenceId }[];
  readonly deliverables: readonly {
    readonly pattern: RegExp;
    readonly deliverable: Deliverable;
    readonly rule: string;
  }[];
  readonly conditions: readonly { readonly pattern: RegExp; readonly id: string }[];
};
