import { HelpSession } from "../../lib/domain/entry/help-session";
import { localDateOf } from "../../lib/domain/time/local-date";
import { inventPerson, type Dice } from "./invented";
import { newId } from "./new-id";
import { readCsv } from "./read-csv";

const services = readCsv("essential-services-25.csv").map(({ slug }) => slug!);
const places = [
  { kind: "counter", name: "Trung tâm Phục vụ hành chính công" },
  { kind: "counter", name: "Bộ phận Một cửa" },
  { kind: "home" },
  { kind: "mobilePoint", name: "Nhà văn hoá thôn" },
  { kind: "remote" },
] as const;

/** A help session as volunteers record them: mostly scanned, now and then typed and a little off. */
export function inventSession(dice: Dice, happenedAt: string): HelpSession {
  const common = { kind: "helpSession", happenedAt, place: dice.pick(places) };
  if (dice.chance(0.06)) {
    const subject = { id: newId(), kind: "organisation", name: `Hợp tác xã Nông nghiệp ${1 + dice.below(9)}` };
    return HelpSession.parse({ ...common, subject, outcomes: [dossier(dice, happenedAt)] });
  }
  const subject = person(dice);
  return HelpSession.parse({ ...common, subject, consent: consent(subject.birth.year, happenedAt), outcomes: outcomes(dice, happenedAt) });
}

function person(dice: Dice) {
  const invented = inventPerson(dice);
  const scanned = dice.chance(0.85) ? ["personalNumber", "name", "birth", "sex"] : [];
  const birth = dice.chance(0.04) ? { ...invented.birth, year: invented.birth.year - 10 } : invented.birth;
  return { id: newId(), kind: "person", ...invented, birth, scanned };
}

function consent(birthYear: number, givenAt: string) {
  const child = Number(givenAt.slice(0, 4)) - birthYear <= 16;
  const guardian = child ? { guardian: { name: "Nguyễn Thị Giám Hộ" } } : {};
  return { noticeVersion: 1, purposes: ["record", "verify"], method: "readAloud", givenAt, ...guardian };
}

function outcomes(dice: Dice, happenedAt: string) {
  const account = { id: newId(), kind: dice.chance(0.8) ? "accountLinked" : "accountOpened" };
  const vneid = { id: newId(), kind: "vneidActivated" };
  const guidance = { id: newId(), kind: "guidanceGiven", service: dice.pick(services) };
  const choices = [[account], [vneid], [account, vneid], [dossier(dice, happenedAt)], [account, dossier(dice, happenedAt)], [guidance]];
  return dice.pick(choices);
}

function dossier(dice: Dice, happenedAt: string) {
  const day = localDateOf(happenedAt).slice(2).replaceAll("-", "");
  const channel = dice.chance(0.92) ? "online" : "paper";
  const code = `H08.${dice.pick(["21", "24", "31"])}-${day}-${String(dice.below(10_000)).padStart(4, "0")}`;
  return {
    id: newId(),
    kind: "dossierSubmitted",
    service: dice.pick(services),
    ...(channel === "online" ? { dossierCode: code } : {}),
    portal: dice.chance(0.7) ? "province" : "national",
    channel,
    paidOnline: channel === "online" && dice.chance(0.4),
  };
}
