import type { RefusalCode } from "@/lib/domain/refusal";

export type Place = {
  /** Where people read it. */
  readonly shown: string;
  /** The field that it lands on; none where all is said in one place of the form. */
  readonly field?: string;
  /** What shows it, where that is a form. */
  readonly drawnIn?: string;
  /** Where it happens against the server. */
  readonly test: string;
  readonly sentences: Readonly<Partial<Record<RefusalCode, string>>>;
};

/** What only a server with its data can say: each refusal with its sentence, its place, and the test that makes it happen. */
export const serverRows = [
  { shown: "Cần xử lý, both versions", drawnIn: "components/phone/attention-note.tsx", test: "tests/integration/server/execute-commands.test.ts",
    sentences: { contentConflict: "Mục này có hai bản khác nhau, cả hai vẫn còn. Xem lại rồi hỏi đội trưởng." } },
  { shown: "sync screen", test: "tests/integration/recovery/take-rows.test.ts",
    sentences: { sealUnreadable: "Máy chủ chưa mở được mục này và vẫn giữ nó. Báo đội trưởng." } },
  { shown: "banner: sign in as who recorded", test: "tests/integration/server/http.test.ts",
    sentences: { wrongPerson: "Máy đang đăng nhập bằng người khác. Đăng nhập đúng người đã ghi." } },
  { shown: "answers to programs", test: "tests/integration/aggregates/aggregates.test.ts",
    sentences: { keyUnknown: "Khoá truy cập không đúng hoặc đã bị thu hồi." } },
  {
    shown: "coming in, below the name", drawnIn: "components/join/join-screen.tsx", test: "tests/integration/invitations/join.test.ts",
    sentences: {
      invitationUnknown: "Mã mời này không dùng được, hoặc đã có người dùng. Xin đội trưởng mã khác.",
      invitationExpired: "Mã mời này đã hết hạn. Xin đội trưởng mã khác.",
      invitationRevoked: "Mã mời này đã bị thu hồi, hoặc người mời không còn phụ trách đội. Xin đội trưởng mã khác.",
    },
  },
  { shown: "scanner, while coming in", test: "tests/unit/screens/join.test.ts",
    sentences: { notAnInvitation: "Đây không phải mã mời hay mã xin vào đội." } },
  {
    shown: "sync screen, banner", test: "tests/integration/invitations/asking.test.ts",
    sentences: {
      awaitingApproval: "Đang chờ đội trưởng duyệt. Mục đã lưu vẫn trên máy.",
      joinRefused: "Đội trưởng chưa nhận. Mục đã lưu vẫn trên máy, có thể xin lại.",
    },
  },
  { shown: "sign-in, sync screen", test: "tests/integration/survey/responses.test.ts",
    sentences: { tooManyRequests: "Máy chủ đang bận. Chờ một lát rồi thử lại." } },
  { shown: "sync screen, desk notices", test: "tests/integration/server/http.test.ts",
    sentences: { serverFault: "Có lỗi từ hệ thống. Mục của bạn vẫn trên máy, sẽ gửi lại sau." } },
  { shown: "guide form, title", field: "title", drawnIn: "components/guides/desk", test: "tests/integration/guides/guides.test.ts",
    sentences: { guideExists: "Đã có hướng dẫn với tên này. Đặt tên khác, hoặc mở hướng dẫn ấy để sửa." } },
  { shown: "campaign form, hamlet of the row", field: "areas.0.areaId", drawnIn: "components/campaigns", test: "tests/integration/campaigns/campaigns.test.ts",
    sentences: { hamletOfOthers: "Thôn, khu phố này đội của đơn vị khác đã đi. Nhờ cán bộ cấp trên phân đội." } },
  {
    shown: "import, below the file", drawnIn: "components/reconcile/new-import.tsx", test: "tests/unit/server/spreadsheet/read-xlsx.test.ts",
    sentences: {
      fileUnreadable: "Không đọc được tệp này. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
      fileIsOldExcel: "Tệp kiểu cũ hoặc có mật khẩu. Lưu thành .xlsx không mật khẩu rồi chọn lại.",
    },
  },
  { shown: "import, below the file", drawnIn: "components/members/member-import.tsx", test: "tests/unit/server/spreadsheet/read-csv.test.ts",
    sentences: { fileTooManyRows: "Tệp có nhiều dòng quá. Chia tệp, hoặc lưu thành CSV." } },
  { shown: "import, below the file", drawnIn: "components/members/member-import.tsx", test: "tests/unit/server/spreadsheet/read-xlsx.test.ts",
    sentences: { sheetUnknown: "Tệp không có trang tính này. Chọn trang tính khác." } },
  { shown: "police file, below the file", drawnIn: "components/police/send-file.ts", test: "tests/integration/evidence/list-file.test.ts",
    sentences: { headerMissing: "Không thấy dòng tên cột. Thêm dòng tên cột vào tệp rồi chọn lại." } },
  {
    shown: "member file, the row's problem", drawnIn: "components/members/unread-members.tsx", test: "tests/integration/members/import-members.test.ts",
    sentences: {
      dateInFuture: "Ngày này ở sau ngày của tệp. Xem lại ngày.",
      unitUnknown: "Không thấy đơn vị này. Ghi tên hoặc mã đơn vị như trong cây đơn vị.",
    },
  },
  { shown: "member file, the row's problem", drawnIn: "components/members/unread-members.tsx", test: "tests/unit/domain/members/unit-directory.test.ts",
    sentences: { unitAmbiguous: "Có nhiều đơn vị tên này. Ghi thêm đơn vị cấp trên sau dấu phẩy." } },
  { shown: "police list, the row", drawnIn: "components/checks/verdict-mark.tsx", test: "tests/integration/evidence/verdicts.test.ts",
    sentences: { ownTeam: "Mục này của đội mà chính mình ghi. Để người khác đề xuất." } },
  {
    shown: "police file, the row's problem", drawnIn: "components/police/file-summary.tsx", test: "tests/integration/evidence/list-file.test.ts",
    sentences: {
      rowKeyUnknown: "Không thấy dòng này trong phần việc được giao. Giữ nguyên cột mã dòng.",
      rowRepeated: "Dòng này có hai lần với kết quả khác nhau. Giữ lại một.",
      verdictUnknown: "Chưa rõ kết quả. Ghi xác nhận hoặc từ chối.",
      evidenceReasonUnknown: "Lý do này không có trong danh sách. Chọn một trong bốn lý do.",
    },
  },
  { shown: "rule form, below the choice", drawnIn: "components/rules/use-rule-wish.ts", test: "tests/integration/rules/change-rules.test.ts",
    sentences: { nothingChanges: "Quy tắc đang đúng như vậy. Chọn giá trị khác." } },
  { shown: "rule form, below the preview", drawnIn: "components/rules/use-rule-wish.ts", test: "tests/integration/rules/change-rules.test.ts",
    sentences: { ruleChangedSince: "Quy tắc này vừa có người đổi. Mở lại trang để xem rồi quyết định." } },
  {
    shown: "periods, below the days", drawnIn: "components/periods/other-period.tsx", test: "tests/integration/rules/periods.test.ts",
    sentences: {
      periodEndsBeforeStart: "Ngày cuối ở trước ngày đầu. Xem lại hai ngày.",
      periodNotOver: "Kỳ này chưa hết nên chưa khoá được. Chọn ngày cuối trước hôm nay.",
    },
  },
  { shown: "target file, the row's problem", drawnIn: "components/targets/file-problems.tsx", test: "tests/integration/targets/targets.test.ts",
    sentences: { targetUnitNotBelow: "Đơn vị này không ở dưới đơn vị được giao nên không giao chỉ tiêu ở đây được." } },
  { shown: "targets, the cell", drawnIn: "components/targets/use-target-drafts.ts", test: "tests/integration/targets/targets.test.ts",
    sentences: { targetChangedSince: "Ô này vừa có người đổi. Xem số mới rồi ghi lại." } },
  {
    shown: "change of a unit, below the form", drawnIn: "components/organisation/use-change.ts", test: "tests/unit/domain/organisation/decide-change.test.ts",
    sentences: {
      unitCycle: "Đơn vị này nằm bên dưới chính nó thì không được. Chọn đơn vị cấp trên khác.",
      unitNotThere: "Vào ngày này đơn vị chưa có hoặc không còn. Chọn ngày khác hoặc đơn vị khác.",
      unitKindOrder: "Cấp của hai đơn vị không hợp nhau. Chọn đơn vị khác.",
      unitNameTaken: "Cùng cấp trên đã có đơn vị tên này. Chọn tên khác.",
      unitHasChildren: "Bên dưới còn đơn vị. Chuyển hoặc đóng các đơn vị ấy trước.",
      unitHasPeople: "Còn người thuộc đơn vị này. Chuyển họ đi trước, hoặc gộp vào đơn vị khác.",
      unitChangesNothing: "Đơn vị đang đúng như vậy. Chọn giá trị khác.",
      changeBeforeRecorded: "Từ ngày này trở đi đã có mục ghi cho đơn vị. Chọn ngày sau mục cuối cùng.",
      changePlannedLater: "Đơn vị đã có thay đổi khác ở ngày này hoặc sau đó. Chọn ngày khác.",
      changeInClosedPeriod: "Ngày này nằm trong kỳ đã khoá. Chọn ngày sau kỳ đã khoá.",
      renameInFuture: "Tên mới chỉ đặt được từ hôm nay trở về trước. Đợi đến ngày đổi tên.",
    },
  },
  { shown: "change of a unit, below the form", drawnIn: "components/organisation/use-change.ts", test: "tests/integration/organisation/merger.test.ts",
    sentences: { organisationChangedSince: "Cây đơn vị vừa có người đổi. Xem trước lại rồi quyết định." } },
  {
    shown: "history of a unit, taking back", drawnIn: "components/organisation/take-back.tsx", test: "tests/integration/organisation/take-back.test.ts",
    sentences: {
      changeInEffect: "Thay đổi này đã có hiệu lực, không bỏ được nữa. Sửa bằng một thay đổi mới.",
      changeBuiltUpon: "Đã có thay đổi khác sau đó, hoặc đơn vị mới đã có người, ca trực, chỉ tiêu. Bỏ những việc ấy trước.",
    },
  },
  { shown: "periods, below the days", drawnIn: "components/periods/close-period.tsx", test: "tests/integration/rules/periods.test.ts",
    sentences: { periodIsClosed: "Kỳ này đã khoá rồi. Thay đổi sau đó nằm ở phần điều chỉnh." } },
  {
    shown: "report form, below the days", drawnIn: "components/report/send-report.ts", test: "tests/integration/reports/reports.test.ts",
    sentences: {
      asOfTooLate: "Ngày này chưa qua nên số còn đổi. Chọn ngày trước hôm nay.",
      asOfBeforeEnd: "Ngày chốt số ở trước ngày cuối của kỳ. Xem lại hai ngày.",
    },
  },
  { shown: "report editor, beside the buttons", drawnIn: "components/report/send-report.ts", test: "tests/integration/reports/reports.test.ts",
    sentences: { reportIsPublished: "Báo cáo này đã công bố nên không đổi được nữa. Lập báo cáo mới để điều chỉnh." } },
  {
    shown: "publishing, below the number", drawnIn: "components/report/send-report.ts", test: "tests/integration/reports/reports.test.ts",
    sentences: {
      reportNumberTaken: "Số này đã dùng cho một báo cáo khác trong năm. Xem lại số văn bản.",
      paragraphsToReview: "Còn đoạn từ kỳ trước chưa ai xem lại. Giữ nguyên hoặc sửa từng đoạn.",
    },
  },
  {
    shown: "account, the new password", drawnIn: "components/account/use-account-change.ts", test: "tests/integration/auth/account.test.ts",
    sentences: {
      passwordTooShort: "Mật khẩu cần ít nhất 12 ký tự. Một câu ngắn dễ nhớ là đủ.",
      passwordTooLong: "Mật khẩu dài quá 128 ký tự. Bớt lại.",
      passwordGuessable: "Mật khẩu dễ đoán: chỉ vài từ hay gặp, tên hoặc dãy số. Thêm từ khác, không cần ký tự đặc biệt.",
      passwordUnchanged: "Mật khẩu này đang dùng. Chọn mật khẩu khác.",
    },
  },
  { shown: "account, the password of now", drawnIn: "components/account/use-account-change.ts", test: "tests/integration/auth/account.test.ts",
    sentences: { passwordWrong: "Mật khẩu hiện tại chưa đúng. Nhập lại." } },
  { shown: "signing in and setting up, the code", field: "code", drawnIn: "components/account/set-up-second-factor.tsx", test: "tests/integration/auth/second-factor.test.ts",
    sentences: { codeWrong: "Mã chưa đúng hoặc đã dùng. Đợi ứng dụng hiện mã mới rồi nhập lại." } },
  { shown: "account, below the second factor", drawnIn: "components/account/use-account-change.ts", test: "tests/integration/auth/second-factor.test.ts",
    sentences: { secondFactorRequired: "Vai trò này cần xác thực hai bước nên không tắt được; đổi sang máy khác thì được." } },
  {
    shown: "a role, below its day", drawnIn: "components/people/use-change.ts", test: "tests/unit/domain/people/role-steps.test.ts",
    sentences: {
      dayInPast: "Ngày này đã qua. Chọn hôm nay hoặc ngày sau.",
      dayTooFar: "Ngày này xa quá. Chọn ngày trong vòng một năm.",
    },
  },
  {
    shown: "people's file, the row's problem", drawnIn: "components/people/file-problems.tsx", test: "tests/unit/domain/people/plan-people.test.ts",
    sentences: {
      loginMalformed: "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu và số, như quocbao2.",
      loginOfAnother: "Tên đăng nhập này ở dòng trên là người khác. Mỗi người một tên.",
      memberKindUnknown: "Chưa rõ loại thành viên. Ghi như trong mẫu, hoặc để trống.",
      otherRowWrong: "Dòng khác của người này chưa đúng. Sửa dòng ấy trước.",
      personAmbiguous: "Đơn vị này có nhiều người cùng tên. Ghi tên đăng nhập để biết là ai.",
      personDisabled: "Người này đang ngừng hoạt động. Mở lại ở trang Người trước.",
      personRepeated: "Tên này đã có ở dòng trên, cùng đơn vị. Ghi tên đăng nhập nếu là hai người, hoặc bỏ một dòng.",
      roleUnknown: "Chưa rõ vai trò. Ghi như trong mẫu: tình nguyện viên, đội trưởng.",
    },
  },
  { shown: "a new person, the login", drawnIn: "components/people/use-change.ts", test: "tests/integration/people/change-people.test.ts",
    sentences: { loginTaken: "Tên đăng nhập này đã có người dùng. Chọn tên khác." } },
  { shown: "a person, below the change", drawnIn: "components/people/use-change.ts", test: "tests/integration/people/change-people.test.ts",
    sentences: { personChangedSince: "Người này vừa có người đổi. Mở lại trang để xem rồi quyết định." } },
  { shown: "people's file, below the plan", drawnIn: "components/people/people-import.tsx", test: "tests/integration/people/import-people.test.ts",
    sentences: { planChangedSince: "Danh sách người vừa có thay đổi nên tệp cho kết quả khác. Xem lại rồi nhập." } },
  { shown: "a phone, below the change", drawnIn: "components/fleet/use-phone-change.ts", test: "tests/integration/fleet/fleet.test.ts",
    sentences: { othersOnPhone: "Trên máy này còn người của đơn vị khác làm việc. Nhờ cán bộ phụ trách tất cả các đơn vị ấy." } },
  {
    shown: "a role, below the role", drawnIn: "components/people/use-change.ts", test: "tests/unit/domain/people/role-steps.test.ts",
    sentences: {
      roleHeldAlready: "Người này đã có vai trò ấy ở đơn vị này. Chọn vai trò hoặc đơn vị khác.",
      roleNotForUnit: "Đơn vị này không có vai trò ấy. Chọn vai trò hoặc đơn vị khác.",
      rolesConflict: "Người lập kế hoạch không kiêm việc xác nhận số liệu. Chọn người khác.",
    },
  },
  { shown: "a role, below the role", drawnIn: "components/people/use-change.ts", test: "tests/integration/people/change-people.test.ts",
    sentences: { roleNotYours: "Vai trò này ngoài quyền được giao ở đơn vị này. Nhờ cán bộ cấp trên." } },
  {
    shown: "people's file, the row's problem", drawnIn: "components/people/file-problems.tsx", test: "tests/integration/people/import-people.test.ts",
    sentences: { unitOutsideOwn: "Đơn vị này ngoài phạm vi được giao. Ghi đơn vị trong phạm vi ấy." } },
] as const satisfies readonly Place[];

/** Every one of these codes, as the compiler knows them. */
export type ServerCode = (typeof serverRows)[number]["sentences"] extends infer Sentences ? (Sentences extends unknown ? keyof Sentences : never) : never;
