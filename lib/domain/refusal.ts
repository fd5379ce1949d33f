/**
 * Every way in which the product says no, as data. A code is the contract between phone, server and
 * screen: its Vietnamese sentence is in `lib/text/refusals.ts`, its HTTP status (where it is the answer
 * to a whole request) in `lib/protocol/http-status.ts`. Nobody matches message text.
 */
const fieldRefusals = [
  // any field
  "required",
  "malformed",
  "tooLong",
  // personal number (số định danh cá nhân)
  "personalNumberNotDigits",
  "personalNumberWrongLength",
  "personalNumberIsOldCard",
  // birth date
  "birthDateMalformed",
  "birthDateNotInCalendar",
  "birthDateInFuture",
  "birthDateTooLongAgo",
  // phone
  "phoneMalformed",
  "phoneWithoutConsent",
  // name, address, organisation
  "nameHasUnexpectedCharacters",
  "taxCodeMalformed",
  // dossier code
  "dossierCodeMalformed",
  "dossierCodeIsProcedureCode",
  "dossierCodeIsPaymentCode",
  "dossierCodeNotInCalendar",
  "serviceUnknown",
  // the session as a whole
  "outcomesMissing",
  "outcomesTooMany",
  "outcomeRepeated",
  "dossierRepeated",
  "organisationOutcomeNotPossible",
  "consentMissing",
  "guardianRequired",
  "duplicateReasonMissing",
  "happenedInFuture",
  // guides
  "guideStepsMissing",
  "guideExists",
  // visits, events, articles, attendance
  "comeBackInPast",
  "attendanceMissing",
  "articleUrlMalformed",
  "checkOutBeforeCheckIn",
  "shiftTooLong",
  // plan of shifts
  "shiftEndsBeforeStart",
  "personNotInTeam",
  "personDoubleBooked",
  // campaigns
  "campaignGoalMissing",
  "campaignEndsBeforeStart",
  "campaignAreasMissing",
  "campaignAreaRepeated",
  "hamletOfOthers",
  // rows of imported files
  "dateMalformed",
  "numberLostDigits",
  "channelUnknown",
  "leftBeforeJoined",
  "dateInFuture",
  "unitUnknown",
  "unitAmbiguous",
  "rowKeyUnknown",
  "rowRepeated",
  "verdictUnknown",
  "evidenceReasonUnknown",
  // rules and periods
  "nothingChanges",
  "ruleChangedSince",
  "periodEndsBeforeStart",
  "periodNotOver",
  "periodIsClosed",
  // targets
  "targetNotNumber",
  "targetNegative",
  "targetOverHundred",
  "targetIsFraction",
  "targetUnitNotBelow",
  "targetChangedSince",
  // people
  "loginMalformed",
  "loginTaken",
  "loginOfAnother",
  "roleUnknown",
  "roleNotYours",
  "roleNotForUnit",
  "rolesConflict",
  "roleHeldAlready",
  "memberKindUnknown",
  "unitOutsideOwn",
  "personAmbiguous",
  "personRepeated",
  "otherRowWrong",
  "personDisabled",
  "dayInPast",
  "dayTooFar",
  "personChangedSince",
  "planChangedSince",
  // phones
  "othersOnPhone",
  // the tree of units
  "unitCycle",
  "unitNotThere",
  "unitKindOrder",
  "unitNameTaken",
  "unitHasChildren",
  "unitHasPeople",
  "unitChangesNothing",
  "changeBeforeRecorded",
  "changePlannedLater",
  "changeInClosedPeriod",
  "renameInFuture",
  "organisationChangedSince",
  "changeInEffect",
  "changeBuiltUpon",
  // reports
  "asOfTooLate",
  "asOfBeforeEnd",
  "reportIsPublished",
  "reportNumberTaken",
  "paragraphsToReview",
  // signing in
  "passwordTooShort",
  "passwordTooLong",
  "passwordGuessable",
  "passwordUnchanged",
  "passwordWrong",
  "codeWrong",
  "secondFactorRequired",
] as const;

const fileRefusals = ["fileUnreadable", "fileIsOldExcel", "fileTooManyRows", "sheetUnknown", "headerMissing"] as const;

const cardRefusals = ["cardWrongCharset", "cardNotACard", "cardIsVneid", "cardNumberMalformed", "cardAlreadyScanned"] as const;

const commandRefusals = [
  "unknownOrForbidden",
  "notAllowedInThisState",
  "versionConflict",
  "ownEntry",
  "reasonMissing",
  "undoTooLate",
  "alreadyAnswered",
  "ownTeam",
  "alreadyRecorded",
  "contentConflict",
  "sealUnreadable",
] as const;

const joiningRefusals = ["invitationUnknown", "invitationExpired", "invitationRevoked", "notAnInvitation", "awaitingApproval", "joinRefused"] as const;

const requestRefusals = [
  "notSignedIn",
  "keyUnknown",
  "wrongPerson",
  "forbidden",
  "tooLarge",
  "tooManyRequests",
  "unsupportedProtocol",
  "badRequest",
  "wrongOrigin",
  "signInFailed",
  "serverFault",
] as const;

export const refusalCodes = [...fieldRefusals, ...fileRefusals, ...cardRefusals, ...commandRefusals, ...joiningRefusals, ...requestRefusals] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** `field` is a path inside the content, such as `subject.personalNumber` or `outcomes.1.dossierCode`. */
export type Refusal = { readonly code: RefusalCode; readonly field?: string };

/** What is worth asking about but never blocks saving: cards themselves can be wrong. */
export const warningCodes = [
  "numberAndBirthDiffer",
  "numberAndSexDiffer",
  "numberProvinceUnknown",
  "dossierUnitUnknown",
] as const;

export type Warning = { readonly code: (typeof warningCodes)[number]; readonly field: string };

/** Why an outcome that was stored does not count towards its indicator. */
export const notCountedReasons = [
  "dossierBeforeScheme",
  "dossierBeforeTeams",
  "dossierInFuture",
  "activityBeforeScheme",
  "dossierOnPaper",
  "underAge",
  "ageUnknown",
  "quarantined",
  "noAccountInHousehold",
  "unitNotAllowed",
] as const;

export type NotCountedReason = (typeof notCountedReasons)[number];
