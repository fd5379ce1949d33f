import type { OutcomeKind } from "../domain/entry/outcome";
import type { EntryKind } from "../domain/entry/entry";
import type { Place } from "../domain/entry/help-session";
import type { SessionIndicator } from "../domain/report/indicator";

/** `full` names a choice, `short` stands in lists beside others. */
export const outcomeNames: Record<OutcomeKind, { readonly full: string; readonly short: string }> = {
  accountOpened: { full: "Mở tài khoản dịch vụ công", short: "Mở tài khoản" },
  accountLinked: { full: "Liên kết tài khoản VNeID", short: "Liên kết tài khoản" },
  vneidActivated: { full: "Kích hoạt VNeID mức 2", short: "VNeID mức 2" },
  dossierSubmitted: { full: "Nộp hồ sơ trực tuyến", short: "Nộp hồ sơ" },
  guidanceGiven: { full: "Hướng dẫn, tra cứu", short: "Hướng dẫn" },
};

export const entryKindNames: Record<EntryKind, string> = { helpSession: "Lượt hỗ trợ" };

export const placeKindNames: Record<Place["kind"], string> = {
  counter: "Tại quầy",
  home: "Tại nhà",
  mobilePoint: "Điểm lưu động",
  remote: "Từ xa",
};

/** The scheme's own numbering is what people call an indicator by. */
export const indicatorNames: Record<SessionIndicator, { readonly number: number; readonly full: string; readonly short: string }> = {
  member_accounts: { number: 1, full: "Đoàn viên, thanh niên có tài khoản dịch vụ công", short: "Tài khoản đoàn viên, thanh niên" },
  citizen_accounts: { number: 2, full: "Người dân có tài khoản dịch vụ công", short: "Tài khoản người dân" },
  online_dossiers: { number: 5, full: "Hồ sơ trực tuyến được hỗ trợ nộp", short: "Hồ sơ trực tuyến" },
  vneid_accounts: { number: 8, full: "Tài khoản VNeID mức 2 được hỗ trợ kích hoạt", short: "VNeID mức 2" },
};
