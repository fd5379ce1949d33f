import type { ReportIndicator } from "../domain/report/report-table";
import { registerIndicatorNames } from "./desk-members";
import { indicatorNames } from "./outcomes";

/** All fourteen by the scheme's own numbers: `full` names one, `short` stands at the head of a column. */
export const reportIndicatorNames: Record<ReportIndicator, { readonly number: number; readonly full: string; readonly short: string }> = {
  ...indicatorNames,
  ...registerIndicatorNames,
  active_organisations: { number: 10, full: "Tổ chức cơ sở Đoàn có hoạt động, trên mọi tổ chức cơ sở Đoàn", short: "Cơ sở có hoạt động" },
};
