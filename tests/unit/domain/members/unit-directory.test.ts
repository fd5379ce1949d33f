import { describe, expect, test } from "vitest";
import { unitDirectory, type ListedUnit } from "@/lib/domain/members/unit-directory";
import { LocalDate } from "@/lib/domain/time/local-date";

const day = LocalDate.parse("2026-08-20");
const unit = (id: string, name: string, changes: Partial<ListedUnit> = {}): ListedUnit => ({
  id, name, shortName: undefined, officialCode: undefined, validFrom: LocalDate.parse("2022-01-01"), validTo: undefined, ancestorIds: [], ...changes,
});
const find = unitDirectory([
  unit("hoaiAn", "Huyện đoàn Hoài Ân", { officialCode: "544" }),
  unit("tuyPhuoc", "Huyện đoàn Tuy Phước"),
  unit("quyNhon", "Thành Đoàn Quy Nhơn"),
  unit("offices", "Đoàn Khối các cơ quan tỉnh"),
  unit("army", "Đoàn Thanh niên Bộ Chỉ huy Quân sự tỉnh"),
  unit("town", "Đoàn thị trấn Tuy Phước", { ancestorIds: ["tuyPhuoc"] }),
  unit("thanhA", "Đoàn xã Ân Thạnh", { ancestorIds: ["hoaiAn"] }),
  unit("sonA", "Đoàn xã Phước Sơn", { ancestorIds: ["tuyPhuoc"] }),
  unit("sonB", "Đoàn xã Phước Sơn", { ancestorIds: ["hoaiAn"] }),
  unit("gone", "Đoàn xã Cũ", { validTo: LocalDate.parse("2025-07-01") }),
]);
const idOf = (text: string, on = day) => {
  const found = find(text, on);
  return found.ok ? found.value.id : found.error;
};

describe("a unit is found", () => {
  test.each([
    ["Huyện đoàn Hoài Ân", "hoaiAn"], ["HUYỆN ĐOÀN HOÀI ÂN".normalize("NFD"), "hoaiAn"], ["H. Hoài Ân", "hoaiAn"], ["H.Hoài Ân", "hoaiAn"], ["huyen hoai an", "hoaiAn"],
    ["Đoàn huyện Hoài Ân", "hoaiAn"], ["Hoài Ân", "hoaiAn"], ["544", "hoaiAn"], ["TP. Quy Nhơn", "quyNhon"], ["Thành đoàn  Quy Nhơn ", "quyNhon"],
    ["Khối các cơ quan tỉnh", "offices"], ["Đoàn TN Bộ CHQS", "unitUnknown"], ["Bộ Chỉ huy Quân sự tỉnh", "army"], ["Đoàn TNCS Hồ Chí Minh xã Ân Thạnh", "thanhA"], ["TT Tuy Phước", "town"],
  ])("as people call it: %s", (text, id) => expect(idOf(text)).toBe(id));

  test.each([
    ["Đoàn xã Phước Sơn, Huyện đoàn Hoài Ân", "sonB"], ["Tuy Phước - Xã Phước Sơn", "sonA"], ["Xã Phước Sơn (H. Tuy Phước)", "sonA"], ["Chi đoàn thôn 2, Đoàn xã Ân Thạnh", "thanhA"],
  ])("below another one: %s", (text, id) => expect(idOf(text)).toBe(id));
});

test.each([["Xã Phước Sơn", "unitAmbiguous"], ["Tuy Phước", "unitAmbiguous"], ["Huyện đoàn Ân Thạnh", "unitUnknown"], ["", "unitUnknown"], ["Đoàn", "unitUnknown"], ["Xã Ân Thạnh, H. Tuy Phước", "unitUnknown"]])(
  "%s is no unit for sure", (text, refusal) => expect(idOf(text)).toBe(refusal));

test("a unit that is no more is found for its days only", () => {
  expect(idOf("Đoàn xã Cũ")).toBe("unitUnknown");
  expect(idOf("Đoàn xã Cũ", LocalDate.parse("2025-06-30"))).toBe("gone");
});
