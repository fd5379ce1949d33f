import { expect, test } from "vitest";
import { reminderText } from "@/components/fleet/reminder-text";
import type { ListedPhone } from "@/lib/protocol/phones";

const phone = (...people: ListedPhone["people"]): ListedPhone => ({
  deviceId: "1", seenAt: "2026-11-22T02:00:00.000Z", appVersion: "b", installed: true, persisted: true, clockOffsetMs: 0, othersToo: false, people,
});
const person = (userId: string, name: string, unsent: number, oldestCapturedAt?: string) => ({
  userId, name, unitName: "Đội Nhơn Lý", unsent, seenAt: "2026-11-22T02:00:00.000Z", ...(oldestCapturedAt ? { oldestCapturedAt } : {}),
});

test("one line for each person with something unsent, most first, over all phones", () => {
  const phones = [
    phone(person("a", "Lê An", 2, "2026-11-20T02:00:00.000Z"), person("b", "Võ Bình", 5, "2026-11-18T02:00:00.000Z")),
    phone(person("a", "Lê An", 4, "2026-11-19T02:00:00.000Z"), person("c", "Hồ Cúc", 0)),
  ];
  expect(reminderText({ phones }, "2026-11-22T03:00:00.000Z")).toBe([
    "Nhờ các bạn mở ứng dụng nơi có mạng để gửi mục còn trên máy (tính đến 22/11/2026):",
    "- Lê An (Đội Nhơn Lý): 6 mục, cũ nhất ngày 19/11/2026",
    "- Võ Bình (Đội Nhơn Lý): 5 mục, cũ nhất ngày 18/11/2026",
  ].join("\n"));
});

test("nobody is reminded where everything has arrived", () => {
  expect(reminderText({ phones: [phone(person("c", "Hồ Cúc", 0))] }, "2026-11-22T03:00:00.000Z")).toBeUndefined();
});
