import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkGuide, guideSlugOf, isGuideSlug, longestMarkdown, longestTitle } from "@/lib/domain/guide/check-guide";
import { canEditGuides } from "@/lib/domain/guide/edit-permission";
import { roles, type Actor } from "@/lib/domain/people/actor";
import { LocalDate } from "@/lib/domain/time/local-date";
import { anyText } from "../any-text";

const guide = { title: "Nộp hồ sơ", markdown: "1. Mở cổng" };

describe("a guide may be saved", () => {
  test("with a title and a step", () => expect(checkGuide(guide)).toEqual([]));

  test.each([
    ["no title", { title: " \u200B " }, [{ code: "required", field: "title" }]],
    ["a title that is too long", { title: "a".repeat(longestTitle + 1) }, [{ code: "tooLong", field: "title" }]],
    ["no text", { markdown: " \n " }, [{ code: "required", field: "markdown" }]],
    ["no step", { markdown: "Chỉ có **chữ**\n- và ý" }, [{ code: "guideStepsMissing", field: "markdown" }]],
    ["a text that is too long", { markdown: `1. ${"a".repeat(longestMarkdown)}` }, [{ code: "tooLong", field: "markdown" }]],
    ["nothing at all", { title: "", markdown: "" }, [{ code: "required", field: "title" }, { code: "required", field: "markdown" }]],
  ])("not with %s", (_, changes, refusals) => expect(checkGuide({ ...guide, ...changes })).toEqual(refusals));
});

describe("the name in an address", () => {
  test.each([
    ["Nộp hồ sơ", "nop-ho-so"],
    ["  VNeID: đăng nhập & liên kết! ", "vneid-dang-nhap-lien-ket"],
    ["…", ""],
  ])("of %s is %s", (title, slug) => expect(guideSlugOf(title)).toBe(slug));

  test("is a slug or nothing, for any title", () => {
    fc.assert(fc.property(fc.oneof(anyText, fc.string({ maxLength: 200 })), (title) => guideSlugOf(title) === "" || isGuideSlug(guideSlugOf(title))));
  });
});

describe("guides are edited", () => {
  const day = LocalDate.parse("2026-08-07");
  const holding = (role: Actor["assignments"][number]["role"], more: Partial<Actor["assignments"][number]> = {}, active = true): Actor => ({
    provinceId: "p", userId: "u", active, assignments: [{ role, unitId: "province", validFrom: LocalDate.parse("2026-01-01"), ...more }],
  });

  test("by the province's two offices and nobody else", () => {
    expect(roles.filter((role) => canEditGuides(holding(role), day))).toEqual(["provinceVerifier", "provincePlanner"]);
  });

  test("not before or after the role is held, nor by a disabled person", () => {
    expect(canEditGuides(holding("provincePlanner", { validFrom: LocalDate.parse("2026-08-08") }), day)).toBe(false);
    expect(canEditGuides(holding("provincePlanner", { validTo: day }), day)).toBe(false);
    expect(canEditGuides(holding("provincePlanner", {}, false), day)).toBe(false);
  });
});
