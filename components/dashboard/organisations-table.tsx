import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { countReached } from "@/lib/domain/report/article-target";
import { stages } from "@/lib/domain/report/indicator";
import type { Dashboard, OrganisationArticles } from "@/lib/protocol/dashboard";
import type { DashboardAddress } from "@/lib/protocol/dashboard-address";
import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";
import { dashboardHref } from "./dashboard-href";
import { NumberLink } from "./number-link";

/** Beyond this the sentence says enough; the units below have a table each. */
const mostListed = 40;

/** Articles are asked of every organisation, not of the sum: how many have theirs, and who still lacks how many. */
export function OrganisationsTable({ dashboard, address }: { readonly dashboard: Dashboard; readonly address: DashboardAddress }) {
  const { organisations, table } = dashboard;
  if (organisations.length === 0) return null;
  const { reached, asked } = countReached(organisations);
  return (
    <TablePanel
      title={dashboardTexts.organisationArticles}
      aside={<p className="desk-dense font-semibold">{dashboardTexts.organisationsReached(formatCount(reached), formatCount(asked))}</p>}
    >
      {organisations.length <= mostListed && (
        <>
          <TableHead columns={[
            dashboardTexts.organisation, ...stages.map((stage) => ({ number: dashboardTexts[stage] })),
            { number: dashboardTexts.target(table.point.through.slice(0, 4)) }, dashboardTexts.stillMissing,
          ]} />
          <tbody>
            {organisations.map((organisation) => (
              <tr key={organisation.id}>
                <th scope="row" className="row-name">
                  <Link prefetch={false} href={dashboardHref({ ...address, unit: organisation.id })}>{organisation.name}</Link>
                </th>
                {stages.map((stage) => (
                  <td key={stage} className="num">
                    <NumberLink value={organisation[stage]} of={organisation} indicator="articles" stage={stage} dashboard={dashboard} />
                  </td>
                ))}
                <td className="num">{formatCount(organisation.target)}</td>
                <td>{missingOf(organisation)}</td>
              </tr>
            ))}
          </tbody>
        </>
      )}
    </TablePanel>
  );
}

function missingOf({ confirmed, target }: OrganisationArticles): string {
  if (target === 0) return dashboardTexts.notAsked;
  return confirmed >= target ? dashboardTexts.enough : dashboardTexts.missing(formatCount(target - confirmed));
}
