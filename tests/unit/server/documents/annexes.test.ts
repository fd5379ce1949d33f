import { expect, test } from "vitest";
import { annexIndicators, isRatio } from "@/lib/domain/report/report-table";
import { composeReport } from "@/lib/server/documents/compose-report";
import { annexTable, augustReport, printedUnits, someCells, withLine } from "../../../factories/report-table";

const annexes = () => composeReport(augustReport()).annexes;
/** As the seed prints it: counts without points between thousands. */
const plain = (text: string) => text.replace(/(\d)\.(?=\d{3}\b)/g, "$1");

test("annex 1: every printed cell, targets and results", () => {
  const [annex1] = annexes();
  expect(annex1!.rows.map(({ cells }) => cells.map(({ text }) => plain(text)))).toEqual(printedUnits().map(({ name, members, targets, august }, index) => [
    String(index + 1), name, String(members),
    ...annexIndicators.flatMap((one) => [targets[one], august[one]].map((number) => `${number}${isRatio(one) ? "%" : ""}`)),
  ]));
});

test("annex 2: all 420 printed cells", () => {
  const [, annex2] = annexes();
  const printed = printedUnits().map(({ july, august, changes }) => annexIndicators.flatMap((one) => [...[july[one], august[one]].map((number) => `${number}${isRatio(one) ? "%" : ""}`), changes[one]]));
  expect(printed.flat()).toHaveLength(420);
  expect(annex2!.rows.map(({ cells }) => cells.slice(2).map(({ text, says }) => (says?.what === "change" ? text : plain(text))))).toEqual(printed);
});

test("the total is the province's: its own targets, and how much of them is reached", () => {
  const [annex1, annex2] = annexes();
  expect(annex1!.totals.map(({ cells }) => cells.map(({ text }) => text).join(" "))).toEqual([
    " Tổng cộng 63.226 48.000 60.929 66.000 72.207 40% 32% 80% 35% 51.000 32.888 2.460 1.014 400.000 77.928",
    " Đạt so với chỉ tiêu   127%  109%      64%  41%  19%",
  ]);
  expect(annex2!.totals[0]!.cells.slice(0, 5).map(({ text }) => text)).toEqual(["", "Tổng cộng", "49.789", "60.929", "22%"]);
});

test("every row of the head, with what reaches into it, is as wide as the table", () => {
  for (const { columns, head, columnNumbers, rows } of annexes()) {
    const [first, second, third] = head.map((cells) => cells.reduce((sum, cell) => sum + cell.columns, 0));
    const throughAll = head[0]!.filter((cell) => cell.rows === 3).length;
    expect([first, second! + throughAll, third! + throughAll, columnNumbers.reduce((sum, cell) => sum + cell.columns, 0)]).toEqual(Array(4).fill(columns.length));
    expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
  }
});

test("notes speak of the numbers of their own annex's columns", () => {
  const [annex1, annex2] = annexes();
  expect([annex1!.notes[2], annex2!.notes[2]]).toEqual([
    "(6): 40% tổng số tài khoản sử dụng Cổng DVC quốc gia tại cột (4) + cột (5) có phát sinh giao dịch",
    "(5): 40% tổng số tài khoản sử dụng Cổng DVC quốc gia tại cột (3) + cột (4) có phát sinh giao dịch",
  ]);
});

test("a share that nobody knows, and a target that nobody set, are no zeros", () => {
  const table = withLine(annexTable(), 0, (line) => ({ ...line, cells: someCells(), targets: {} }));
  const [annex1, annex2] = composeReport(augustReport({ table })).annexes;
  expect(annex1!.rows[0]!.cells.slice(3, 9).map(({ text }) => text)).toEqual(["", "0", "", "0", "", "chưa rõ"]);
  expect(annex2!.rows[0]!.cells.slice(8, 11).map(({ text }) => text)).toEqual(["34%", "chưa rõ", "-"]);
});

test("the Vietnamese form of the changes, for who wants it", () => {
  const [, annex2] = composeReport(augustReport(), "vietnamese").annexes;
  expect(annex2!.rows[0]!.cells.filter(({ says }) => says?.what === "change").map(({ text }) => text)).toEqual(["+3%", "+151%", "+5%", "+1%", "+1.778%", "+8%", "+13%"]);
});
