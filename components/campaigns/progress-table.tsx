import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { CampaignCounts } from "@/lib/domain/household/campaign-counts";
import type { CampaignProgress } from "@/lib/protocol/campaigns";
import { campaignTexts } from "@/lib/text/desk-campaigns";
import { formatCount } from "@/lib/text/moment";
import { ProgressBar, ProgressLegend } from "./progress-bar";

const columns = ["households", "informed", "absent", "refused", "moved", "notYet"] as const satisfies readonly (keyof CampaignCounts)[];

/** Hamlet by hamlet, grouped by commune: who goes there and how far it is. */
export function ProgressTable({ progress: { hamlets, total, partial } }: { readonly progress: CampaignProgress }) {
  const communes = [...new Set(hamlets.map(({ communeName }) => communeName))];
  return (
    <TablePanel title={campaignTexts.hamlets} aside={<ProgressLegend />} below={partial && <p className="desk-dense panel-note">{campaignTexts.onlyOwnHamlets}</p>}>
      <TableHead columns={[
        campaignTexts.hamlet, ...columns.map((column) => ({ number: campaignTexts[column] })), campaignTexts.progress,
      ]} />
      {communes.map((commune) => (
        <tbody key={commune}>
          <tr><th scope="rowgroup" colSpan={columns.length + 2} className="campaign-commune">{commune}</th></tr>
          {hamlets.filter(({ communeName }) => communeName === commune).map((hamlet) => (
            <tr key={hamlet.areaId}>
              <th scope="row" className="row-name">
                {hamlet.name}
                <span className="campaign-teams">{hamlet.teamNames.join(", ")}</span>
              </th>
              <Counts of={hamlet} name={hamlet.name} />
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row" className="row-name">{campaignTexts.total}</th>
          <Counts of={total} name={campaignTexts.total} />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

function Counts({ of, name }: { readonly of: CampaignCounts; readonly name: string }) {
  return (
    <>
      {columns.map((column) => <td key={column} className="num">{formatCount(of[column])}</td>)}
      <td className="bar-cell"><ProgressBar name={name} counts={of} /></td>
    </>
  );
}
