import type { OutcomeKind } from "../domain/entry/outcome";
import type { EntryKind } from "../domain/entry/entry";
import type { VisitResult } from "../domain/entry/household-visit";
import type { Place } from "../domain/entry/help-session";
import type { EntryIndicator } from "../domain/report/indicator";

/** `full` names a choice, `short` stands in lists beside others. */
export const outcomeNames: Record<OutcomeKind, { readonly full: string; readonly short: string }> = {
  accountOpened: { full: "Mở tài khoản dịch vụ công", short: "Mở tài khoản" },
  accountLinked: { full: "Liên kết tài khoản VNeID", short: "Liên kết tài khoản" },
  vneidActivated: { full: "Kích hoạt VNeID mức 2", short: "VNeID mức 2" },
  dossierSubmitted: { full: "Nộp hồ sơ trực tuyến", short: "Nộp hồ sơ" },
  guidanceGiven: { full: "Hướng dẫn, tra cứu", short: "Hướng dẫn" },
  householdInformed: { full: "Đã tuyên truyền cho hộ", short: "Đã tuyên truyền" },
  eventHeld: { full: "Đã tổ chức buổi tuyên truyền", short: "Tuyên truyền" },
  articlePublished: { full: "Đã đăng tin, bài", short: "Tin, bài" },
  shiftAttended: { full: "Có mặt trong ca trực", short: "Ca trực" },
};

export const entryKindNames: Record<EntryKind, string> = {
  helpSession: "Lượt hỗ trợ",
  householdVisit: "Thăm hộ",
  outreachEvent: "Buổi tuyên truyền",
  article: "Tin, bài",
  shiftAttendance: "Ca trực",
};

/** What came of knocking at a door. */
export const visitResultMarks: Record<VisitResult, string> = { informed: "Đã gặp", absent: "Vắng", refused: "Không tiếp", moved: "Đã chuyển" };

export const placeKindNames: Record<Place["kind"], string> = {
  counter: "Tại quầy",
  home: "Tại nhà",
  mobilePoint: "Điểm lưu động",
  remote: "Từ xa",
};

/** The scheme's own numbering is what people call an indicator by. */
export const indicatorNames: Record<EntryIndicator, { readonly number: number; readonly full: string; readonly short: string }> = {
  member_accounts: { number: 1, full: "Đoàn viên, thanh niên có tài khoản dịch vụ công", short: "Tài khoản đoàn viên, thanh niên" },
  citizen_accounts: { number: 2, full: "Người dân có tài khoản dịch vụ công", short: "Tài khoản người dân" },
  online_dossiers: { number: 5, full: "Hồ sơ trực tuyến được hỗ trợ nộp", short: "Hồ sơ trực tuyến" },
  articles: { number: 6, full: "Tin, bài về dịch vụ công trực tuyến", short: "Tin, bài" },
  households: { number: 7, full: "Hộ gia đình được tuyên truyền, có người dùng tài khoản", short: "Hộ gia đình" },
  vneid_accounts: { number: 8, full: "Tài khoản VNeID mức 2 được hỗ trợ kích hoạt", short: "VNeID mức 2" },
  informed_members: { number: 9, full: "Lượt đoàn viên, thanh niên được tuyên truyền", short: "Lượt đoàn viên được tuyên truyền" },
};
