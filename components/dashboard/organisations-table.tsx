import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { countReached } from "@/lib/domain/report/article-target";
import { stages } from "@/lib/domain/report/indicator";
import type { UnitNumbers } from "@/lib/protocol/unit-numbers";
import { unitNumbers } from "@/lib/text/desk-units";
import { formatCount } from "@/lib/text/moment";
import { unitHref } from "./number-href";
import { NumberLink } from "./number-link";

/** Beyond this the sentence says enough; the units below have a table each. */
const mostListed = 40;

/** Articles are asked of every organisation, not of the sum: how many have theirs, and who still lacks how many. */
export function OrganisationsTable({ numbers: { organisations, period, year } }: { readonly numbers: UnitNumbers }) {
  if (organisations.length === 0) return null;
  const { reached, asked } = countReached(organisations);
  return (
    <TablePanel
      title={unitNumbers.organisationArticles}
      aside={<p className="desk-dense font-semibold">{unitNumbers.organisationsReached(formatCount(reached), formatCount(asked))}</p>}
    >
      {organisations.length <= mostListed && (
        <>
          <thead>
            <tr>
              <th scope="col">{unitNumbers.organisation}</th>
              {stages.map((stage) => <th key={stage} scope="col" className="num">{unitNumbers[stage]}</th>)}
              <th scope="col" className="num">{unitNumbers.target(year)}</th>
              <th scope="col">{unitNumbers.stillMissing}</th>
            </tr>
          </thead>
          <tbody>
            {organisations.map((organisation) => (
              <tr key={organisation.id}>
                <th scope="row" className="row-name">
                  <Link prefetch={false} href={unitHref(organisation.id, period)}>{organisation.name}</Link>
                </th>
                {stages.map((stage) => (
                  <td key={stage} className="num">
                    <NumberLink value={organisation[stage]} unit={organisation} indicator="articles" stage={stage} period={period} />
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

function missingOf({ confirmed, target }: UnitNumbers["organisations"][number]): string {
  if (target === 0) return unitNumbers.notAsked;
  return confirmed >= target ? unitNumbers.enough : unitNumbers.missing(formatCount(target - confirmed));
}
