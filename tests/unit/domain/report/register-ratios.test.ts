import { describe, expect, test } from "vitest";
import { offeredServices } from "@/lib/domain/members/offered-services";
import { emptySums, registerRatios, shareOf } from "@/lib/domain/report/register-indicators";

describe("ratios of the register", () => {
  test("keep both numbers: printed and exact shares differ", () => {
    const { transacting_rate: rate } = registerRatios({ ...emptySums, accounts: 133_136, transactionsKnown: 133_000, transacting: 42_628 }, true);
    expect(rate).toEqual({ part: 42_628, whole: 133_136 });
    expect(shareOf(rate!)).toBeCloseTo(0.3202, 4);
  });

  test("are unknown where the register doesn't say, and nothing where there is nothing", () => {
    const ratios = registerRatios({ ...emptySums, accounts: 5, dossiers: 9, online: 3, members: 7, withAccount: 2 }, false);
    expect(ratios).toEqual({
      transacting_rate: undefined, online_payment_share: undefined, members_vneid2: undefined,
      online_rate: { part: 3, whole: 9 }, online_share: { part: 0, whole: 0 }, members_with_account: { part: 2, whole: 7 },
    });
    expect(shareOf(ratios.online_share!)).toBeUndefined();
    expect(registerRatios(emptySums, true).transacting_rate).toEqual({ part: 0, whole: 0 });
  });
});

test.each([
  ["Đăng ký khai sinh", true], ["ĐĂNG KÝ KHAI SINH".normalize("NFD"), true], ["Thủ tục đăng ký khai sinh", true], ["1.001193 - Đăng ký khai sinh (cấp xã)", true],
  ["Khai sinh (lưu động)", true], ["Khai sinh (lại)", false], ["Đăng ký khai sinh có yếu tố nước ngoài", false], ["Cấp phép xây dựng", false], ["", false],
])("the register's %j is a service that can be had online: %s", (text, offered) => expect(offeredServices(["Đăng ký khai sinh", "Đăng ký thường trú"], ["Khai sinh (lưu động)"])(text)).toBe(offered));
