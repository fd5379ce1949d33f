import { describe, expect, test } from "vitest";
import { wordsOf } from "@/lib/domain/import/clean-cell";
import type { Row } from "@/lib/domain/import/row";
import { err, ok } from "@/lib/domain/result";
import { readTargetRows, type FindTargetUnit } from "@/lib/domain/targets/read-target-rows";
import { findTargetColumns } from "@/lib/domain/targets/target-columns";
import { reportIndicatorNames } from "@/lib/text/report-indicators";

const rowsOf = (...rows: string[][]): Row[] => rows.map((cells, index) => ({ rowNumber: index + 1, cells }));
const head = ["STT", "Đơn vị", "Đoàn viên", "1. Tài khoản đoàn viên, thanh niên", "3. Tài khoản có giao dịch (%)"];
const title = ["Chỉ tiêu năm 2027: Tỉnh Bình Định"];
const find: FindTargetUnit = (text) => {
  const name = wordsOf(text);
  if (name === "an nhon") return ok({ id: "an-nhon", name: "Thị đoàn An Nhơn" });
  return name === "van canh" ? ok({ id: "van-canh", name: "Huyện đoàn Vân Canh" }) : err("unitUnknown");
};

function read(...data: string[][]) {
  const rows = rowsOf(title, head, ...data);
  return readTargetRows(rows, findTargetColumns(rows, reportIndicatorNames)!, find, { equalsMembers: "bang so doan vien", perOrganisation: "6 bai moi to chuc co so" });
}
const cell = (unitId: string, indicator: string, wish: unknown) => expect.objectContaining({ unitId, indicator, wish });

describe("the columns of a file of targets", () => {
  test("are found below title rows, by the names of the template", () => {
    expect(findTargetColumns(rowsOf(title, [], head), reportIndicatorNames)).toEqual({
      rowNumber: 3, unit: 1, indicators: [{ indicator: "member_accounts", column: 3 }, { indicator: "transacting_rate", column: 4 }],
    });
  });

  test.each([
    ["Tin, bài", "articles"], ["6. Tin, bài", "articles"], ["6) Bài viết của đơn vị", "articles"], ["articles", "articles"], ["TIN, BÀI VỀ DỊCH VỤ CÔNG TRỰC TUYẾN", "articles"],
    ["14. Đoàn viên có VNeID mức 2 (%)", "members_vneid2"], ["8. VNeID mức 2", "vneid_accounts"],
  ])("are known as people write them: %s", (name, indicator) => {
    expect(findTargetColumns(rowsOf(["Tên đơn vị", name]), reportIndicatorNames)?.indicators).toEqual([{ indicator, column: 1 }]);
  });

  test.each([[["Đơn vị", "Số lượng"]], [["Đơn vị", "(6)"]], [["STT", "Tin, bài"]]])("are not there in %j", (cells) => {
    expect(findTargetColumns(rowsOf(cells), reportIndicatorNames)).toBeUndefined();
  });

  test("each indicator has one name of its own", () => {
    const shorts = Object.values(reportIndicatorNames).map(({ short }) => wordsOf(short));
    expect(new Set(shorts).size).toBe(shorts.length);
  });
});

describe("the rows of a file of targets", () => {
  test("say a number, a share, or that the target follows the members", () => {
    expect(read(["1", "An Nhơn", "900", "1.200", "40%"], ["2", "Vân Canh", "300", "Bằng số đoàn viên", ""])).toEqual({
      problems: [],
      cells: [cell("an-nhon", "member_accounts", 1200), cell("an-nhon", "transacting_rate", 40), cell("van-canh", "member_accounts", "equalsMembers")],
    });
  });

  test("may say that articles are so many for each organisation, of articles only", () => {
    const rows = rowsOf(["Đơn vị", "6. Tin, bài", "1. Tài khoản đoàn viên, thanh niên"], ["An Nhơn", "6 bài mỗi tổ chức cơ sở", ""], ["Vân Canh", "", "6 bài mỗi tổ chức cơ sở"]);
    const words = { equalsMembers: "bang so doan vien", perOrganisation: wordsOf("6 bài mỗi tổ chức cơ sở") };
    expect(readTargetRows(rows, findTargetColumns(rows, reportIndicatorNames)!, find, words)).toEqual({
      cells: [cell("an-nhon", "articles", "perOrganisation")], problems: [{ row: 3, column: "C", code: "targetNotNumber" }],
    });
  });

  test("of sums, column numbers and empty lines say nothing, nor does a unit without any number", () => {
    expect(read(["(1)", "(2)", "(3)", "(4)", "(5)"], [], ["", "Tổng cộng", "1200", "5000", "40"], ["1", "Nơi không ai biết", "", "", ""])).toEqual({ cells: [], problems: [] });
  });

  test("have their problems by row and cell, and the right cells beside them are taken", () => {
    expect(read(["1", "An Nhơn", "", "nhiều", "40"], ["2", "Vân Canh", "", "-5", "140"], ["3", "Không có", "", "7", ""], ["4", "Vân Canh", "", "", "bằng số đoàn viên"])).toEqual({
      cells: [cell("an-nhon", "transacting_rate", 40)],
      problems: [
        { row: 3, column: "D", code: "targetNotNumber" }, { row: 4, column: "D", code: "targetNegative" }, { row: 4, column: "E", code: "targetOverHundred" },
        { row: 5, column: "B", code: "unitUnknown" }, { row: 6, column: "E", code: "targetNotNumber" },
      ],
    });
  });

  test("may repeat a unit only with the same numbers", () => {
    expect(read(["1", "An Nhơn", "", "500", ""], ["2", "an nhơn", "", "500", "40"], ["3", "An Nhơn", "", "600", ""])).toEqual({
      cells: [cell("an-nhon", "member_accounts", 500), cell("an-nhon", "transacting_rate", 40)],
      problems: [{ row: 5, column: "D", code: "rowRepeated" }],
    });
  });
});
