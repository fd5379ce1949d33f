import "server-only";
import { registerIndicatorCodes, registerRatios, shareOf } from "@/lib/domain/report/register-indicators";
import { formatDate } from "@/lib/domain/time/local-date";
import type { SheetColumn, SheetRow, SheetTable } from "@/lib/protocol/sheets";
import type { RegisterIndicators, RegisterUnit } from "@/lib/protocol/members";
import { membersAsked } from "@/lib/server/members/members-query";
import { readRegisterIndicators } from "@/lib/server/members/read-register-indicators";
import { memberRoles } from "@/lib/server/members/seen-unit";
import { memberTexts, registerIndicatorNames } from "@/lib/text/desk-members";
import { sheetTexts } from "@/lib/text/sheets";
import type { SheetReader } from "./sheet";

const texts = sheetTexts.members;

/** Indicators from the register and the members alone, of a unit and those below it: /desk/members. */
export const readMembersSheet: SheetReader = async ({ person: { actor }, parameters, now }) => {
  const asked = await membersAsked(actor, parameters, memberRoles, now);
  const indicators = asked?.unitId ? await readRegisterIndicators(actor, asked.unitId, asked.window, now) : undefined;
  if (!asked || !indicators) return undefined;
  const about = [memberTexts.intro(formatDate(asked.window.first), formatDate(asked.window.last))];
  return {
    fileName: sheetTexts.fileNames.members(asked.window.last),
    orientation: "landscape",
    tables: [indicatorTable(indicators, about), unitsTable(indicators, about)],
  };
};

function indicatorTable({ total, linksKnown, year }: RegisterIndicators, about: readonly string[]): SheetTable {
  const ratios = registerRatios(total.sums, linksKnown);
  return {
    name: texts.indicators,
    title: texts.title(total.name),
    about,
    columns: [
      { head: memberTexts.indicator, kind: "text", width: 52 }, { head: memberTexts.part, kind: "count", width: 11 }, { head: memberTexts.whole, kind: "count", width: 11 },
      { head: memberTexts.share, kind: "share", width: 10 }, { head: memberTexts.target(year), kind: "share", width: 14 },
    ],
    rows: registerIndicatorCodes.map((code) => {
      const [ratio, target] = [ratios[code], total.targets[code]];
      const { number, full } = registerIndicatorNames[code];
      return [`${number}. ${full}`, ratio?.part ?? null, ratio?.whole ?? null, (ratio && shareOf(ratio)) ?? null, target === undefined ? null : target / 100];
    }),
  };
}

function unitsTable({ total, children, direct, linksKnown }: RegisterIndicators, about: readonly string[]): SheetTable {
  const cells = (name: string, { sums, publicEmployees }: Pick<RegisterUnit, "sums" | "publicEmployees">): SheetRow => {
    const ratios = registerRatios(sums, linksKnown);
    return [name, sums.members, publicEmployees, ...registerIndicatorCodes.flatMap((code) => {
      const ratio = ratios[code];
      return [ratio?.part ?? null, ratio?.whole ?? null, (ratio && shareOf(ratio)) ?? null];
    })];
  };
  const own = cells(memberTexts.direct, direct);
  return {
    name: texts.units,
    title: texts.unitsTitle(total.name),
    about,
    columns: [
      { head: memberTexts.unit, kind: "text", width: 34 }, { head: memberTexts.members, kind: "count", width: 11 }, { head: memberTexts.publicEmployees, kind: "count", width: 13 },
      ...registerIndicatorCodes.flatMap((code): SheetColumn[] => {
        const group = `${registerIndicatorNames[code].number}. ${registerIndicatorNames[code].short}`;
        return [{ head: memberTexts.part, group, kind: "count", width: 9 }, { head: memberTexts.whole, group, kind: "count", width: 9 }, { head: memberTexts.share, group, kind: "share", width: 9 }];
      }),
    ],
    rows: [...children.map((child) => cells(child.name, child)), ...(own.slice(1).some((value) => Number(value ?? 0) > 0) && children.length > 0 ? [own] : [])],
    totals: [cells(memberTexts.total, total)],
  };
}
