import { expect, it } from "vitest";
import { byLastUse, withUse, type LastUsed } from "@/components/help-session/last-used";
import { newOutcome } from "@/components/help-session/draft";
import { makeId } from "@/tests/factories/help-session";
import { makeDraft, makeDraftDossier } from "./make-draft";

const nothing: LastUsed = { outcomeKinds: [], services: [] };

it("puts what was used last before what was used earlier, each once", () => {
  const first = withUse(nothing, makeDraft({ outcomes: [makeDraftDossier({ service: "khai-sinh" })] }));
  const second = withUse(first, makeDraft({ outcomes: [newOutcome(makeId(), "vneidActivated"), makeDraftDossier({ service: "khai-tu" })] }));
  const third = withUse(second, makeDraft({ outcomes: [makeDraftDossier({ service: "khai-sinh" })] }));
  expect(third.outcomeKinds).toEqual(["dossierSubmitted", "vneidActivated"]);
  expect(third.services).toEqual(["khai-sinh", "khai-tu"]);
});

it("remembers the last place and unit, and only a handful of services", () => {
  const slugs = ["a", "b", "c", "d", "e", "f"];
  const used = slugs.reduce((before, service) => withUse(before, makeDraft({ place: { kind: "home", name: "" }, outcomes: [makeDraftDossier({ service })] })), nothing);
  expect(used.place).toEqual({ kind: "home", name: "" });
  expect(used.services).toEqual(["f", "e", "d", "c", "b"]);
});

it("does not take a household's door for the usual place", () => {
  const counter = withUse(nothing, makeDraft({ place: { kind: "counter", name: "Một cửa" } }));
  expect(withUse(counter, makeDraft({ place: { kind: "home", name: "" }, householdId: makeId() })).place).toEqual({ kind: "counter", name: "Một cửa" });
});

it("keeps the places of lately, each once, and not the telephone", () => {
  const places = [{ kind: "counter", name: "Một cửa" }, { kind: "mobilePoint", name: "Chợ" }, { kind: "counter", name: "Một cửa" }, { kind: "remote", name: "" }] as const;
  const used = places.reduce((before, place) => withUse(before, makeDraft({ place })), nothing);
  expect(used.place).toEqual(places[0]);
  expect(used.places).toEqual([places[0], places[1]]);
});

it("offers everything there is, and nothing that is no more", () => {
  expect(byLastUse(["a", "b", "c"], ["c", "gone", "a"])).toEqual(["c", "a", "b"]);
});
