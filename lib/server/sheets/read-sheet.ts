import "server-only";
import type { SheetName } from "@/lib/protocol/sheets";
import { readAllowanceSheet } from "./allowance-sheet";
import { readBacklogSheet } from "./backlog-sheet";
import { readCampaignSheet } from "./campaign-sheet";
import { readChecksSheet } from "./checks-sheet";
import { readCommendationSheet } from "./commendation-sheet";
import { readEntriesSheet } from "./entries-sheet";
import { readEssentialServicesSheet } from "./essential-services-sheet";
import { readMembersSheet } from "./members-sheet";
import { readPeriodsSheet } from "./periods-sheet";
import { readServiceRowsSheet } from "./service-rows-sheet";
import { readShareRowsSheet } from "./share-rows-sheet";
import type { Sheet, SheetAsked, SheetReader } from "./sheet";
import { readSurveySheet } from "./survey-sheet";
import { readUnitsSheet } from "./units-sheet";

const readers: Record<SheetName, SheetReader> = {
  units: readUnitsSheet,
  periods: readPeriodsSheet,
  backlog: readBacklogSheet,
  survey: readSurveySheet,
  allowance: readAllowanceSheet,
  members: readMembersSheet,
  "essential-services": readEssentialServicesSheet,
  commendation: readCommendationSheet,
  entries: readEntriesSheet,
  campaigns: readCampaignSheet,
  checks: readChecksSheet,
  "share-rows": readShareRowsSheet,
  "service-rows": readServiceRowsSheet,
};

/** @returns undefined alike for what is unknown and what the page would not show this person */
export function readSheet(name: SheetName, asked: SheetAsked): Promise<Sheet | undefined> {
  return readers[name](asked);
}
