import type { ImportResult } from "@/lib/protocol/imports";
import { readImport } from "@/lib/server/imports/read-import";
import { makeRecord, makeReview } from "./commands";
import { makeDossier, makeHelpSession, makeId, makePerson } from "./help-session";
import { act } from "./households";
import { makeImporter } from "./imports";
import { makeWorkingProvince } from "./working-province";

/** A province whose register somebody keeps, and a team whose claims it decides. */
export async function makeRegisterDesk(now: string) {
  const province = await makeWorkingProvince();
  const { client, units } = province;
  const verifier = await province.addActingPerson("provinceVerifier", units.province);
  const volunteer = await province.addActingPerson("volunteer", units.teamA);
  const leader = await province.addActingPerson("leader", units.teamA);
  let sequence = 0;
  return {
    province, verifier, volunteer,
    importer: makeImporter(verifier, now),
    /** A code that nobody used yet and that no other one is near to. */
    newCode: () => `H08.21-260${(sequence = sequence + 1) % 2 ? "802" : "713"}-${String(1000 + sequence * 77)}`,
    /** Records a dossier, confirmed by the leader; its outcome's id. */
    claim: async (dossierCode: string, { confirm = true, number = "052095001234" } = {}): Promise<{ outcomeId: string; entryId: string }> => {
      const outcomeId = makeId();
      const record = makeRecord(units.teamA, makeHelpSession({ subject: makePerson({ personalNumber: number }), outcomes: [makeDossier({ id: outcomeId, dossierCode })] }));
      await act(volunteer, [record], "2026-08-07T03:00:00.000Z");
      if (confirm) await act(leader, [makeReview(record.entryId, 1, "confirm")], "2026-08-07T04:00:00.000Z");
      return { outcomeId, entryId: record.entryId };
    },
    standingOf: async (outcomeId: string): Promise<string | undefined> =>
      (await client.query("select standing from outcome_standing where outcome_id = $1", [outcomeId])).rows[0]?.standing,
    matchedTotal: async (): Promise<number> =>
      (await client.query("select coalesce(sum(delta), 0)::int as total from tally where stage = 'matched'")).rows[0].total,
    rowsOf: async (id: string): Promise<number> =>
      (await client.query("select count(*)::int as count from register_record where import_batch_id = $1", [id])).rows[0].count,
    resultOf: async (id: string): Promise<ImportResult> => (await readImport(verifier.actor, id, now))!.result,
  };
}
