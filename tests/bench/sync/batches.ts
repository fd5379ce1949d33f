import { randomUUID } from "node:crypto";
import { protocolVersion } from "@/lib/protocol/version";
import { makeManifest, makeRecord } from "../../factories/commands";
import { makeDossier, makeHelpSession, makePerson } from "../../factories/help-session";
import type { Volunteer } from "./prepare-province";

export type Batch = { readonly cookie: string; readonly body: string };

/** Request bodies, made beforehand: every session is of another person with another dossier. */
export function makeBatches(volunteers: readonly Volunteer[], sessions: number, perBatch: number): Batch[] {
  return Array.from({ length: Math.ceil(sessions / perBatch) }, (_, batch) => {
    const { id, teamId, cookie, deviceId } = volunteers[batch % volunteers.length]!;
    const commands = Array.from({ length: perBatch }, () => makeRecord(teamId, sessionOf()));
    const device = makeManifest({ deviceId });
    return { cookie, body: JSON.stringify({ protocol: protocolVersion, personId: id, device, commands }) };
  });
}

let counter = 0;

function sessionOf() {
  counter += 1;
  const digits = String(counter).padStart(6, "0");
  return makeHelpSession({
    subject: makePerson({ personalNumber: `052095${digits}`, phone: `0912${digits}`, address: "Thôn Luật Lễ, Diêu Trì, Tuy Phước, Bình Định" }),
    consent: { noticeVersion: 1, purposes: ["record", "verify", "contact"], method: "readAloud", givenAt: "2026-08-07T02:45:00.000Z" },
    outcomes: [
      { id: randomUUID(), kind: "accountLinked" },
      makeDossier({ id: randomUUID(), dossierCode: `H08.${10 + (counter % 80)}-260807-${String(counter).padStart(5, "0")}` }),
    ],
  });
}
