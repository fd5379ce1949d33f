import { expect, test } from "vitest";
import { reminderText } from "@/components/fleet/reminder-text";

const now = "2026-11-22T03:00:00.000Z";
const people = [
  { name: "Lê An", unitName: "Đội Nhơn Lý", unsent: 6, oldest: "2026-11-19T02:00:00.000Z" },
  { name: "Võ Bình", unitName: "Đội Nhơn Lý", unsent: 5 },
];
const lines = [
  "Nhờ các bạn mở ứng dụng nơi có mạng để gửi mục còn trên máy (tính đến 22/11/2026):",
  "- Lê An (Đội Nhơn Lý): 6 mục, cũ nhất ngày 19/11/2026",
  "- Võ Bình (Đội Nhơn Lý): 5 mục",
];

test("one line for each person with something unsent", () => {
  expect(reminderText({ people, peopleCount: 2 }, now)).toBe(lines.join("\n"));
});

test("a list that ends before the last of them says so", () => {
  expect(reminderText({ people, peopleCount: 9 }, now)).toBe([...lines, "- và 7 người nữa"].join("\n"));
});

test("nobody is reminded where everything has arrived", () => {
  expect(reminderText({ people: [], peopleCount: 0 }, now)).toBeUndefined();
});
