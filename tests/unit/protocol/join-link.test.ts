import { describe, expect, test } from "vitest";
import { LocalDate } from "@/lib/domain/time/local-date";
import { readJoinLink, writeJoinLink, type JoinLink } from "@/lib/protocol/join-link";

const origin = "https://tinhnguyen.tinhdoan.gialai.gov.vn";
const unit = { id: "0190a000-0000-7000-8000-00000000ff01", name: "Đội hình tình nguyện xã Phước Lộc" };
const place = { id: "0190a000-0000-7000-8000-00000000ff02", kind: "counter", name: "Bộ phận Một cửa xã Phước Lộc" } as const;
const invitation = { secret: "AbC_-0123456789abcdefg", role: "volunteer", through: LocalDate.parse("2026-12-22") } as const;

const links: readonly JoinLink[] = [
  { unit },
  { unit, place },
  { unit, invitation },
  { unit, place, invitation: { ...invitation, role: "leader" } },
];

test("a link says what was written into it", () => {
  for (const link of links) expect(readJoinLink(writeJoinLink(origin, link))).toEqual(link);
});

test("no server ever sees what it says", () => {
  expect(new URL(writeJoinLink(origin, { unit, place, invitation })).pathname).toBe("/join");
  expect(new URL(writeJoinLink(origin, { unit, place, invitation })).search).toBe("");
});

test("with the longest names it stays easy to scan, and names are cut between words", () => {
  const long = "Đội thanh niên tình nguyện hỗ trợ dịch vụ công trực tuyến ".repeat(3);
  const written = writeJoinLink(origin, { unit: { ...unit, name: long }, place: { ...place, name: long }, invitation });
  expect(written.length).toBeLessThan(350);
  const name = readJoinLink(written)!.unit.name;
  expect(name).toBe("Đội thanh niên tình nguyện hỗ trợ dịch vụ…");
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(60);
});

describe("what is no complete link of ours", () => {
  const written = writeJoinLink(origin, { unit, place, invitation });
  const fragment = written.split("#")[1]!;

  test("is not read, however it was cut", () => {
    for (let length = 0; length < fragment.length; length += 1) expect(readJoinLink(`${origin}/join#${fragment.slice(0, length)}`)).toBeUndefined();
    expect(readJoinLink(`${written}AAAA`)).toBeUndefined();
  });

  test("is not read from other addresses, cards or later versions", () => {
    expect(readJoinLink(written.replace("/join#", "/joined#"))).toBeUndefined();
    expect(readJoinLink("001099123456|123456789|Nguyễn Văn A|01011990|Nam|Phước Lộc|01012022")).toBeUndefined();
    expect(readJoinLink(`${origin}/join#${btoa("\u0009").replaceAll("=", "")}${fragment.slice(2)}`)).toBeUndefined();
  });

  test("is read where the address was only opened", () => {
    expect(readJoinLink(`/join#${fragment}`)).toEqual({ unit, place, invitation });
  });
});
