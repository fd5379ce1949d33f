import { HelpSession } from "@/lib/domain/entry/help-session";
import type { Outcome } from "@/lib/domain/entry/outcome";
import type * as z from "zod/mini";

type Shape = z.input<typeof HelpSession>;

let counter = 0;

/** A valid id, different each time; only its uniqueness means something. */
export function makeId(): string {
  counter += 1;
  return `0190a000-0000-7000-8000-${counter.toString(16).padStart(12, "0")}`;
}

/** A complete session of an invented person, parsed as phone and server do it. */
export function makeHelpSession(changes: Partial<Shape> = {}): HelpSession {
  return HelpSession.parse({
    kind: "helpSession",
    happenedAt: "2026-08-07T02:46:00.000Z",
    place: { kind: "counter", name: "Một cửa xã Tuy Phước" },
    subject: makePerson(),
    consent: makeConsent(),
    outcomes: [makeOutcome("accountLinked")],
    ...changes,
  });
}

export function makePerson(changes: Partial<Extract<Shape["subject"], { kind: "person" }>> = {}): Shape["subject"] {
  return {
    id: makeId(),
    kind: "person",
    name: "Nguyễn Văn An",
    personalNumber: "052095001234",
    birth: { precision: "day", year: 1995, month: 3, day: 15 },
    sex: "male",
    scanned: ["personalNumber", "name", "birth", "sex"],
    ...changes,
  };
}

export function makeOrganisation(): Shape["subject"] {
  return { id: makeId(), kind: "organisation", name: "Hợp tác xã Nông nghiệp Phước Lộc" };
}

export function makeConsent(changes: Partial<NonNullable<Shape["consent"]>> = {}): NonNullable<Shape["consent"]> {
  return {
    noticeVersion: 1,
    purposes: ["record", "verify"],
    method: "readAloud",
    givenAt: "2026-08-07T02:45:00.000Z",
    ...changes,
  };
}

export function makeOutcome(kind: Exclude<Outcome["kind"], "dossierSubmitted">): Shape["outcomes"][number] {
  return { id: makeId(), kind };
}

export function makeDossier(
  changes: Partial<Extract<Shape["outcomes"][number], { kind: "dossierSubmitted" }>> = {},
): Shape["outcomes"][number] {
  return {
    id: makeId(),
    kind: "dossierSubmitted",
    service: "khai-sinh",
    dossierCode: "H08.21-260807-0041",
    portal: "province",
    channel: "online",
    paidOnline: false,
    ...changes,
  };
}
