import type { WorkbookCell } from "@/lib/server/spreadsheet/write/workbook-sheet";
import { writeWorkbook } from "@/lib/server/spreadsheet/write/write-workbook";

export type PersonLine = readonly [name: string, unit: string, role?: string, memberKind?: string, login?: string];

const head = ["STT", "Họ và tên", "Đơn vị", "Vai trò", "Loại thành viên", "Tên đăng nhập"];

/** A workbook as somebody fills in the template: a title, the names of the columns, a line for each. */
export function makePeopleFile(lines: readonly PersonLine[]): Promise<Buffer> {
  const width = { width: 20, style: "text" as const };
  return writeWorkbook([{
    name: "Người", columns: head.map(() => width),
    rows: [["Danh sách đội"], head, ...lines.map((line, index): WorkbookCell[] => [index + 1, ...line.map((cell) => cell ?? "")])],
  }]);
}

/** Row of the first line, as Excel numbers it. */
export const firstLine = 3;
