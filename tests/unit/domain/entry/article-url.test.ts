import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUrl, parseArticleUrl, siteOf } from "@/lib/domain/entry/article-url";

const read = (text: string) => {
  const url = parseArticleUrl(text);
  return url.ok ? url.value : url.error;
};

describe("the address of an article", () => {
  it.each([
    ["a paper's page", "https://www.baobinhdinh.vn/viewer.aspx?macm=1&macmp=2&mabb=250101#top", "https://baobinhdinh.vn/viewer.aspx?macm=1&macmp=2&mabb=250101"],
    ["a plain site", "HTTP://TinhDoan.BinhDinh.gov.vn:80/Tin-Tuc/", "https://tinhdoan.binhdinh.gov.vn/Tin-Tuc"],
    ["nothing but a host", "https://tuoitre.vn/", "https://tuoitre.vn"],
    ["the mobile page", "https://m.tuoitre.vn/bai-viet-2026.htm?utm_source=zalo&utm_medium=share", "https://tuoitre.vn/bai-viet-2026.htm"],
    ["the mobile page behind www", "https://www.m.tuoitre.vn/a", "https://tuoitre.vn/a"],
    ["a site called m", "https://m.vn/a", "https://m.vn/a"],
    ["a post on Facebook", "https://m.facebook.com/story.php?story_fbid=123&id=456&mibextid=Nif5oz&__tn__=%2As-R&__cft__%5B0%5D=AZX", "https://facebook.com/story.php?story_fbid=123&id=456"],
    ["the same from its Vietnamese host", "https://vi-vn.facebook.com/story.php?story_fbid=123&id=456&_rdr", "https://facebook.com/story.php?story_fbid=123&id=456"],
    ["a page's post", "https://www.facebook.com/DoanXaPhuocLoc/posts/pfbid0AbC?ref=embed_post", "https://facebook.com/DoanXaPhuocLoc/posts/pfbid0AbC"],
    ["a short link of Facebook", "https://fb.watch/aBc_12/?mibextid=x", "https://fb.watch/aBc_12"],
    ["a post on Zalo", "https://oa.zalo.me/cover?id=3f2a&zarsrc=31&gidzl=abc", "https://oa.zalo.me/cover?id=3f2a"],
    ["letters with marks", "https://baobinhdinh.vn/tin/đoàn-xã-phước-lộc", "https://baobinhdinh.vn/tin/đoàn-xã-phước-lộc"],
    ["the same letters, escaped", "https://baobinhdinh.vn/tin/%C4%91o%C3%A0n-x%c3%a3-ph%C6%B0%E1%BB%9Bc-l%E1%BB%99c", "https://baobinhdinh.vn/tin/đoàn-xã-phước-lộc"],
    ["the same letters, composed otherwise", "https://baobinhdinh.vn/tin/đoàn-xã-phước-lộc".normalize("NFD"), "https://baobinhdinh.vn/tin/đoàn-xã-phước-lộc"],
    ["escapes that mean something", "https://a.vn/x%2fy?q=1%26b", "https://a.vn/x%2Fy?q=1%26b"],
    ["escapes that are no letters", "https://a.vn/%ff%C2%A0", "https://a.vn/%FF%C2%A0"],
    ["a host with marks", "https://đoàn.vn/a", "https://đoàn.vn/a"],
    ["spaces around", "  https://a.vn/b \n", "https://a.vn/b"],
  ])("is compared without what does not tell pages apart: %s", (_, text, expected) => expect(read(text)).toBe(expected));

  it.each(["baobinhdinh.vn/tin", "ftp://a.vn/x", "javascript:alert(1)", "https://", "https://localhost/x", "https://a..vn", "https://1.2.3.4/x",
    "https://user:secret@a.vn/x", "https://a.vn:8080/x", "https://a.vn/hai dòng", "https://a.vn/\u0000", "https://a.vn/\ud800", "https:// a.vn", "https://a.vn\\@b.vn"])(
    "is refused: %j", (text) => expect(read(text)).toBe("articleUrlMalformed"));

  it("is asked for where nothing was given", () => expect(read(" \n")).toBe("required"));

  it("keeps the letters of a path as they are: other letters are other pages", () => {
    expect(read("https://a.vn/Ab?Q=B")).not.toBe(read("https://a.vn/ab?q=b"));
  });

  it("reads its own output as it is", () => {
    const part = fc.stringMatching(/^[a-zA-Z0-9._~%à-ỹ&=/?#-]{0,30}$/u);
    const host = fc.array(fc.constantFrom("www", "m", "amp", "facebook", "tin", "đoàn"), { minLength: 1, maxLength: 4 }).map((labels) => labels.join("."));
    fc.assert(fc.property(host, part, (labels, rest) => {
      const once = parseArticleUrl(`https://${labels}.vn/${rest}`);
      if (once.ok) expect(parseArticleUrl(once.value)).toEqual(once);
    }), { numRuns: 500 });
  });
});

it.each([
  ["https://www.baobinhdinh.vn/tin/1", "baobinhdinh.vn"],
  ["https://m.facebook.com?id=1", "facebook.com"],
  ["không phải đường dẫn", undefined],
])("the site of %s", (text, site) => expect(siteOf(text)).toBe(site));

it.each([
  ["Xem bài này: https://a.vn/tin-1. Hay lắm", "https://a.vn/tin-1"],
  ["(https://a.vn/x?y=1)", "https://a.vn/x?y=1"],
  ["a.vn/tin", undefined],
])("the address inside of %j", (text, url) => expect(findUrl(text)).toBe(url));
