import { describe, expect, test } from "vitest";
import { formatRate, lastMonth, reportMonth, runningMonth, sumEssentialServices } from "@/lib/domain/report/essential-services";
import { LocalDate } from "@/lib/domain/time/local-date";

test.each([
  ["2024-02", "2024-01-15", "2024-02-14"],
  ["2024-03", "2024-02-15", "2024-03-14"],
  ["2024-01", "2023-12-15", "2024-01-14"],
])("the report of %s speaks of %s to %s", (month, from, through) => expect(reportMonth(month)).toEqual({ from, through }));

test.each([
  ["2024-02-14", "2024-02", "2024-01"],
  ["2024-02-15", "2024-03", "2024-02"],
  ["2023-12-31", "2024-01", "2023-12"],
  ["2024-01-31", "2024-02", "2024-01"],
])("on %s the month %s still runs and %s is the last one that is over", (day, running, last) => {
  expect(runningMonth(LocalDate.parse(day))).toBe(running);
  expect(lastMonth(LocalDate.parse(day))).toBe(last);
});

test.each([
  [32, 35, "91,43%"], [740, 745, "99,33%"], [730, 730, "100%"], [0, 4, "0%"], [1, 2, "50%"], [0, 0, undefined],
  // Half up, also where the percentage has no exact fraction of two.
  [1, 16, "6,25%"], [1, 32, "3,13%"], [201, 20_000, "1,01%"], [100_499, 1_000_000, "10,05%"], [99_999, 100_000, "100,00%"],
])("%i of %i are %s", (online, total, rate) => expect(formatRate({ online, total })).toBe(rate));

describe("names of the register", () => {
  const services = [
    { slug: "thue", name: "Đăng ký thuế đối với hộ gia đình và cá nhân", otherNames: ["Đăng ký thuế (hộ gia đình, cá nhân)"] },
    { slug: "dien", name: "Cấp điện mới (220/380V)", otherNames: [] },
    { slug: "khai-sinh", name: "Đăng ký khai sinh", otherNames: [] },
  ];
  const of = (service: string | undefined, total = 10, online = 4) => ({ service, total, online });

  test("are found by the service's own name without remarks, and by another name word for word", () => {
    const { rows, without, others } = sumEssentialServices(services, [
      of("1.001 - ĐĂNG KÝ KHAI SINH (cấp xã)"), of("Thủ tục đăng ký khai sinh", 5, 5), of("Đăng ký thuế (hộ gia đình, cá nhân)"), of("Đăng ký thuế (tổ chức)"),
    ]);
    expect(rows).toEqual([
      { slug: "thue", name: services[0]!.name, total: 10, online: 4 },
      { slug: "khai-sinh", name: "Đăng ký khai sinh", total: 15, online: 9 },
    ]);
    expect(without).toEqual(["Cấp điện mới (220/380V)"]);
    expect(others).toEqual([of("Đăng ký thuế (tổ chức)")]);
  });

  test("that are no essential service stay apart, and so does what has no name", () => {
    const { rows, others } = sumEssentialServices(services, [of("Cấp phép xây dựng", 2), of(undefined, 7, 7), of("Cấp điện mới", 1, 1)]);
    expect(rows).toEqual([{ slug: "dien", name: "Cấp điện mới (220/380V)", total: 1, online: 1 }]);
    expect(others).toEqual([of(undefined, 7, 7), of("Cấp phép xây dựng", 2)]);
  });
});
