import { useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { TableHead } from "@/components/ui/table-head";
import type { CampaignForm } from "@/lib/protocol/campaigns";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { formatCount } from "@/lib/text/moment";
import { addHamlets, sumOf, type DraftArea } from "./plan-draft";
import { FieldProblem } from "./plan-field";

/** Which team goes to which hamlet: a commune's hamlets are added at once, then changed row by row. */
export function PlanAreas({
  form: { communes, teams },
  areas,
  problemAt,
  onChange,
}: {
  readonly form: CampaignForm;
  readonly areas: readonly DraftArea[];
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (areas: readonly DraftArea[]) => void;
}) {
  const [communeId, setCommuneId] = useState(communes[0]?.id ?? "");
  const [teamId, setTeamId] = useState(teams[0]?.id ?? "");
  const hamlets = communes.find(({ id }) => id === communeId)?.hamlets ?? [];
  const added = addHamlets(areas, hamlets.map(({ id }) => id), teamId);
  const names = new Map(communes.flatMap((commune) => commune.hamlets.map(({ id, name }) => [id, { name, commune: commune.name }] as const)));
  const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
  const replace = (index: number, changes: Partial<DraftArea>) => onChange(areas.map((area, place) => (place === index ? { ...area, ...changes } : area)));
  const { hamlets: hamletCount, households } = sumOf(areas);
  const missing = problemAt("areas");
  return (
    <fieldset className="plan-areas">
      <legend className="desk-head">{campaignTexts.areas}</legend>
      <div className="plan-add">
        <label>{campaignTexts.commune}
          <select value={communeId} onChange={(event) => setCommuneId(event.target.value)}>
            {communes.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
        <label>{campaignTexts.teams}
          <select value={teamId} onChange={(event) => setTeamId(event.target.value)}>
            {teams.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </label>
        <DenseButton disabled={added.length === areas.length} onClick={() => onChange(added)}>{campaignTexts.addHamlets}</DenseButton>
        <span className="desk-caption text-ink-2">
          {hamlets.length === 0 ? campaignTexts.noHamlets : added.length === areas.length ? campaignTexts.allThere : campaignTexts.addHint}
        </span>
      </div>
      {missing && <FieldProblem>{missing}</FieldProblem>}
      {areas.length > 0 && (
        <div className="table-scroll">
          <table className="desk-table">
            <TableHead columns={[campaignTexts.hamlet, campaignTexts.teams, campaignTexts.households, { unseen: campaignTexts.removeShort }]} />
            <tbody>
              {areas.map(({ areaId, teamId: rowTeam, householdCount }, index) => {
                const { name = "", commune = "" } = names.get(areaId) ?? {};
                const wrong = problemAt(`areas.${index}.areaId`) ?? problemAt(`areas.${index}.teamId`) ?? problemAt(`areas.${index}.householdCount`);
                return (
                  <tr key={index} data-wrong={wrong ? true : undefined}>
                    <th scope="row" className="row-name">
                      {name} <span className="text-ink-2">{commune}</span>
                      {wrong && <FieldProblem>{wrong}</FieldProblem>}
                    </th>
                    <td>
                      <select aria-label={campaignTexts.teamOf(name)} value={rowTeam} onChange={(event) => replace(index, { teamId: event.target.value })}>
                        {teams.map((team) => <option key={team.id} value={team.id}>{team.name}</option>)}
                      </select>
                    </td>
                    <td>
                      <input className="plan-count" inputMode="numeric" aria-label={campaignTexts.countOf(name)} value={householdCount} onChange={(event) => replace(index, { householdCount: event.target.value })} />
                    </td>
                    <td>
                      <DenseButton look="bare" aria-label={campaignTexts.remove(name, teamNames.get(rowTeam) ?? "")} onClick={() => onChange(areas.filter((_, place) => place !== index))}>
                        {campaignTexts.removeShort}
                      </DenseButton>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <p className="desk-dense text-ink-2">{areas.length === 0 ? campaignTexts.noRows : campaignTexts.sum(formatCount(hamletCount), formatCount(households))}</p>
    </fieldset>
  );
}
