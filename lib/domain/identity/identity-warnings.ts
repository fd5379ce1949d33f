import type { Warning } from "../refusal";
import type { BirthDate } from "./birth-date";
import { describePersonalNumber, type PersonalNumber } from "./personal-number";
import type { Sex } from "./sex";

/**
 * What is worth asking the citizen about: the number's province, and where its digits disagree with birth
 * year or sex. Never blocks saving, because cards can be wrong. `field` is `personalNumber`, `birth` or `sex`,
 * relative to the identity. What isn't given isn't compared. Source: facts §2.
 */
export function warnAboutIdentity(identity: {
  readonly personalNumber?: PersonalNumber | undefined;
  readonly birth?: BirthDate | undefined;
  readonly sex?: Sex | undefined;
}): Warning[] {
  const { personalNumber, birth, sex } = identity;
  if (personalNumber === undefined) return [];
  const said = describePersonalNumber(personalNumber);
  const warnings: Warning[] = [];
  if (!said.provinceKnown) warnings.push({ code: "numberProvinceUnknown", field: "personalNumber" });
  if (birth && birth.year !== said.birthYear) warnings.push({ code: "numberAndBirthDiffer", field: "birth" });
  if (sex && sex !== said.sex) warnings.push({ code: "numberAndSexDiffer", field: "sex" });
  return warnings;
}
