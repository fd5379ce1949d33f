import { describe, expect, it } from "vitest";
import { draftOfEvent, emptyEventDraft, EventDraft, eventOfDraft, isUntouchedEvent, stepped, withAttendant } from "@/components/outreach-event/event-draft";
import { countYouth, readAttendant, type ScannedCards } from "@/components/outreach-event/scanned-cards";
import { LocalDate } from "@/lib/domain/time/local-date";
import { makeId } from "@/tests/factories/help-session";
import { makeEvent } from "@/tests/factories/outreach";

const now = "2026-08-07T03:00:00.000Z";
const empty = emptyEventDraft({ newId: makeId, unitId: makeId(), now });
const typed: EventDraft = { ...empty, type: "talk", title: " Nộp  hồ sơ ", placeName: "Nhà văn hoá", audience: "residents", youth: "19", others: "4" };
const said = (draft: EventDraft) => {
  const event = eventOfDraft(draft, now);
  return event.ok ? [] : event.error.map(({ code, field }) => `${code} ${field}`);
};

describe("the form of an event", () => {
  it("is the event that it stands for, and the other way round", () => {
    expect(eventOfDraft(typed, now)).toMatchObject({ ok: true, value: { title: "Nộp hồ sơ", attendance: { method: "count", youth: 19, others: 4 } } });
    const event = makeEvent();
    expect(eventOfDraft(draftOfEvent(event, makeId()), now)).toEqual({ ok: true, value: event });
  });

  it("asks for everything at its field", () => {
    expect(said(empty)).toEqual(["required type", "required title", "required placeName", "required audience"]);
    expect(said({ ...typed, youth: "", others: "" })).toEqual(["attendanceMissing attendance.youth"]);
    expect(said({ ...typed, youth: "mười" })).toEqual(["malformed attendance.youth"]);
    expect(said({ ...typed, others: "-3" })).toEqual(["malformed attendance.others"]);
    expect(said({ ...typed, happenedAt: "2026-08-07T03:00:01.000Z" })).toEqual(["happenedInFuture happenedAt"]);
  });

  it("takes nothing typed for nobody, and a thousand as people write it", () => {
    expect(eventOfDraft({ ...typed, youth: "", others: "1.200" }, now)).toMatchObject({ value: { attendance: { youth: 0, others: 1200 } } });
  });

  it("steps by one and never below nobody", () => {
    expect([stepped("", 1), stepped("0", -1), stepped("9", 1), stepped("x", 1)]).toEqual(["1", "0", "10", "1"]);
  });

  it("is worth keeping once anything was chosen or scanned", () => {
    expect(isUntouchedEvent(empty)).toBe(true);
    expect(isUntouchedEvent({ ...empty, type: "talk" })).toBe(false);
    expect(isUntouchedEvent({ ...empty, ...withAttendant(empty, { digest: "a", youth: true }) })).toBe(false);
  });
});

describe("cards of attendants", () => {
  const days = { today: LocalDate.parse("2026-08-07"), eventDay: LocalDate.parse("2026-08-07") };
  const none: ScannedCards = { salt: "salt", cards: [] };
  const card = (number: string, birth: string) => `${number}||Nguyễn Văn An|${birth}|Nam|Phước Lộc, Tuy Phước, Bình Định|23092024`;

  it("are youth by the age on the day of the event", async () => {
    const read = (birth: string, eventDay = days.eventDay) => readAttendant(card("052095001234", birth), none, { ...days, eventDay });
    expect(await read("08081995")).toMatchObject({ value: { youth: true } }); // turns 31 tomorrow
    expect(await read("07081995")).toMatchObject({ value: { youth: false } });
    expect(await read("07081995", LocalDate.parse("2026-08-06"))).toMatchObject({ value: { youth: true } });
    expect(await read("08082010")).toMatchObject({ value: { youth: false } }); // turns 16 tomorrow
  });

  it("count once, and leave no number behind", async () => {
    let draft = empty;
    for (const [number, birth] of [["052095001234", "15032000"], ["052060004321", "15031960"]] as const) {
      const read = await readAttendant(card(number, birth), draft.scanned, days);
      if (read.ok) draft = { ...draft, ...withAttendant(draft, read.value) };
    }
    expect(draft).toMatchObject({ method: "scan", youth: "1", others: "1" });
    expect(countYouth(draft.scanned)).toBe(1);
    expect(await readAttendant(card("052095001234", "15032000"), draft.scanned, days)).toEqual({ ok: false, error: "cardAlreadyScanned" });
    expect(withAttendant(draft, draft.scanned.cards[0]!)).toEqual({});
    expect(JSON.stringify(draft)).not.toMatch(/052095001234|052060004321|Nguyễn/);
  });

  it("are known again after the form was closed and opened, and nothing of them goes into the event", async () => {
    const read = await readAttendant(card("052095001234", "15032000"), typed.scanned, days);
    const kept = EventDraft.parse(JSON.parse(JSON.stringify({ ...typed, ...(read.ok ? withAttendant(typed, read.value) : {}) })));
    expect(await readAttendant(card("052095001234", "15032000"), kept.scanned, days)).toMatchObject({ error: "cardAlreadyScanned" });
    const event = eventOfDraft(kept, now);
    expect(event.ok && event.value.attendance).toEqual({ method: "scan", youth: 20, others: 4 });
    expect(JSON.stringify(event)).not.toContain(kept.scanned.cards[0]!.digest);
  });

  it("of another salt are other digests: two events can't be compared", async () => {
    const [one, other] = await Promise.all(["a", "b"].map((salt) => readAttendant(card("052095001234", "15032000"), { salt, cards: [] }, days)));
    expect(one).not.toEqual(other);
  });

  it("are refused when they are none", async () => {
    expect(await readAttendant("https://example.vn", none, days)).toEqual({ ok: false, error: "cardNotACard" });
  });
});
