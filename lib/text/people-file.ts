import type { Role } from "../domain/people/actor";
import type { PeopleField } from "../domain/people/people-columns";
import type { MemberKind } from "../domain/shift/member-kind";
import type { FileProgress } from "../protocol/people";

/** Words that files use for roles and kinds besides those of the screen. */
const otherRoles: Record<string, Role> = {
  "Thành viên": "volunteer", "Đội viên": "volunteer", "TNV": "volunteer", "Đội phó": "volunteer",
  "Trưởng nhóm": "leader", "Tổ trưởng": "leader", "Bí thư": "leader",
  "Cán bộ": "officer", "Cán bộ Đoàn": "officer", "Quan sát": "observer", "Lãnh đạo": "observer",
};
const otherKinds: Record<string, MemberKind> = {
  "Thanh niên": "volunteer", "Đoàn viên": "volunteer", "Sinh viên": "student", "Học sinh": "student",
  "Công chức": "publicEmployee", "Viên chức": "publicEmployee", "Cán bộ": "publicEmployee", "CBCCVC": "publicEmployee",
};

/** People from a file: the template, what a file would change, what is wrong in it. */
export const peopleFileTexts = {
  otherRoles,
  otherKinds,
  title: "Nhập người từ tệp",
  about: "Mỗi dòng một người ở một đơn vị. Chưa có gì thay đổi cho đến khi bấm nhập.",
  rule: "Dòng có tên đăng nhập nói về người ấy: đổi đơn vị là chuyển từ hôm nay. Dòng không có tên đăng nhập là người mang tên ấy trong đơn vị, chưa có thì là người mới.",
  choose: "Chọn tệp XLSX, CSV",
  template: "Tải mẫu trống",
  current: "Tải danh sách hiện có",
  steps: {
    read: "Đang đọc tệp",
    compare: "Đang so với danh sách hiện có",
    write: "Đang ghi",
  } satisfies Record<FileProgress["step"], string>,
  sending: "Đang gửi tệp",
  progress: "Tiến độ",
  rows: (count: string) => `${count} dòng`,
  share: (done: string, of: string) => `${done} trên ${of}`,
  unreachable: "Chưa tới được máy chủ. Chưa rõ đã nhập chưa: nhập lại tệp này cũng không đổi gì hai lần.",
  fileUnreachable: "Chưa gửi được tệp: không tới được máy chủ. Chưa có gì thay đổi.",
  plan: (file: string) => `Xem trước ${file}`,
  newCount: "Người mới",
  changedCount: "Đổi",
  sameCount: "Không đổi",
  wrongCount: "Dòng chưa đúng",
  nothing: "Tệp không đổi gì: mọi dòng đọc được đã đúng như vậy.",
  namesakes: (count: string) => `${count} người mới trùng tên với người ở đơn vị khác. Nếu là chuyển đơn vị, ghi tên đăng nhập của người ấy vào tệp.`,
  accept: (count: string) => `Nhập ${count} người`,
  acceptRest: (count: string) => `Nhập ${count} người từ các dòng đúng`,
  discard: "Bỏ tệp này",
  rest: (count: string) => `Tải ${count} dòng chưa đúng`,
  problems: (count: string) => `${count} ô chưa đúng`,
  problemsNote: "Các dòng này không được nhập. Sửa trong tệp rồi nhập lại: dòng đã nhập không bị nhập hai lần.",
  more: (count: string) => `và ${count} nữa`,
  row: "Dòng",
  column: "Cột",
  cell: "Ô ghi",
  empty: "trống",
  why: "Vì sao",
  created: (count: string) => `Người mới: ${count}`,
  changed: (count: string) => `Người có thay đổi: ${count}`,
  autoLogin: "đặt theo tên",
  what: "Thay đổi",
  namesakeIn: (unit: string) => `trùng tên với người ở ${unit}`,
  renamed: (from: string, to: string) => `tên: ${from} → ${to}`,
  kind: (kind: string) => `loại: ${kind}`,
  opens: (role: string, unit: string) => `thêm ${role}, ${unit}`,
  ends: (role: string, unit: string) => `hết ${role}, ${unit}`,
  moves: (role: string, from: string, to: string) => `chuyển ${role}: ${from} → ${to}`,
  done: (created: string, changed: string) => `Đã nhập: ${created} người mới, ${changed} người có thay đổi.`,
  donePasswords: "Người mới chưa có mật khẩu: phát mật khẩu lần đầu cho cả danh sách, hoặc tạo mã vào đội ở trang từng người.",
  seeNew: "Xem người mới và phát mật khẩu",
  another: "Nhập tệp khác",

  sheet: "Người",
  unitSheet: "Đơn vị",
  heading: "Danh sách người",
  howTo: "Cần họ và tên, đơn vị; các cột khác có thể để trống. Đơn vị ghi tên hoặc mã như ở trang Đơn vị của tệp này. Vai trò để trống là tình nguyện viên.",
  howToLogin: "Tên đăng nhập để trống thì được đặt theo tên. Người đã có trong danh sách thì giữ tên đăng nhập: đổi đơn vị ở dòng ấy là chuyển đơn vị.",
  number: "STT",
  fields: { name: "Họ và tên", unit: "Đơn vị", role: "Vai trò", memberKind: "Loại thành viên", login: "Tên đăng nhập" } satisfies Record<PeopleField, string>,
  code: "Mã",
  templateName: "mau-nhap-nguoi.xlsx",
  listName: "danh-sach-nguoi.xlsx",
  restName: "nguoi-chua-nhap.xlsx",
} as const;
