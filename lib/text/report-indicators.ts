import type { ReportIndicator } from "../domain/report/report-table";
import { indicatorNames } from "./outcomes";

/** All that the scheme measures; what nobody records by hand comes from registers. */
export const reportIndicatorNames: Record<ReportIndicator, { readonly number: number; readonly full: string; readonly short: string }> = {
  ...indicatorNames,
  transacting_rate: { number: 3, full: "Tài khoản có giao dịch thật trên cổng dịch vụ công", short: "Tài khoản có giao dịch" },
  online_rate: { number: 4, full: "Hồ sơ của đoàn viên làm trực tuyến", short: "Hồ sơ của đoàn viên làm trực tuyến" },
  active_organisations: { number: 10, full: "Tổ chức cơ sở có hoạt động tuyên truyền trong năm", short: "Tổ chức cơ sở có hoạt động" },
  online_share: { number: 11, full: "Hồ sơ của đoàn viên làm trực tuyến, trên các dịch vụ làm trực tuyến được", short: "Hồ sơ trực tuyến trên số làm được" },
  online_payment_share: { number: 12, full: "Hồ sơ của đoàn viên thanh toán trực tuyến", short: "Thanh toán trực tuyến" },
  members_with_account: { number: 13, full: "Đoàn viên có tài khoản dịch vụ công", short: "Đoàn viên có tài khoản" },
  members_vneid2: { number: 14, full: "Đoàn viên có VNeID mức 2", short: "Đoàn viên có VNeID mức 2" },
};
