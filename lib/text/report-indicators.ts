import type { ReportIndicator } from "../domain/report/report-table";
import { registerIndicatorNames } from "./desk-members";
import { indicatorNames } from "./outcomes";

/** All that the scheme measures; what nobody records by hand comes from registers. `short` is told apart beside all the others. */
export const reportIndicatorNames: Record<ReportIndicator, { readonly number: number; readonly full: string; readonly short: string }> = {
  ...indicatorNames,
  transacting_rate: { ...registerIndicatorNames.transacting_rate, short: "Tài khoản có giao dịch" },
  online_rate: { ...registerIndicatorNames.online_rate, short: "Hồ sơ của đoàn viên làm trực tuyến" },
  active_organisations: { number: 10, full: "Tổ chức cơ sở có hoạt động tuyên truyền trong năm", short: "Tổ chức cơ sở có hoạt động" },
  online_share: { ...registerIndicatorNames.online_share, short: "Dịch vụ làm được trực tuyến" },
  online_payment_share: registerIndicatorNames.online_payment_share,
  members_with_account: { ...registerIndicatorNames.members_with_account, short: "Đoàn viên có tài khoản" },
  members_vneid2: { ...registerIndicatorNames.members_vneid2, short: "Đoàn viên có VNeID mức 2" },
};
