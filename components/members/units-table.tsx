import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { registerIndicatorCodes, registerRatios, shareOf } from "@/lib/domain/report/register-indicators";
import type { RegisterIndicators, RegisterUnit } from "@/lib/protocol/members";
import { memberTexts, registerIndicatorNames } from "@/lib/text/desk-members";
import { formatCount, formatShare } from "@/lib/text/moment";
import { membersHref } from "./members-href";
import { ShareBar } from "./share-bar";

/** Members of the units below and their shares; the last line is the unit itself. */
export function UnitsTable({ indicators }: { readonly indicators: RegisterIndicators }) {
  const { total, children, direct, window } = indicators;
  const hasDirect = direct.publicEmployees > 0 || Object.values(direct.sums).some((count) => count > 0);
  return (
    <TablePanel title={memberTexts.units} aside={<p className="desk-caption text-ink-2">{memberTexts.unitsNote}</p>} className="member-units">
      <thead>
        <tr>
          <th scope="col" className="corner">{memberTexts.unit}</th>
          <th scope="col" className="num">{memberTexts.members}</th>
          <th scope="col" className="num">{memberTexts.publicEmployees}</th>
          {registerIndicatorCodes.map((code) => (
            <th key={code} scope="col" className="share-head">{`${registerIndicatorNames[code].number}. ${registerIndicatorNames[code].short}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {children.map((child) => (
          <tr key={child.id}>
            <th scope="row" className="row-name"><Link prefetch={false} href={membersHref(child.id, window.last)}>{child.name}</Link></th>
            <Cells of={child} name={child.name} indicators={indicators} />
          </tr>
        ))}
        {hasDirect && children.length > 0 && (
          <tr>
            <th scope="row" className="row-name">{memberTexts.direct}</th>
            <Cells of={{ ...direct, targets: {} }} name={memberTexts.direct} indicators={indicators} />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="row-name">{children.length > 0 ? memberTexts.total : total.name}</th>
          <Cells of={total} name={total.name} indicators={indicators} />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

function Cells({ of: { sums, publicEmployees, targets }, name, indicators }: { readonly of: Omit<RegisterUnit, "id" | "name">; readonly name: string; readonly indicators: RegisterIndicators }) {
  const ratios = registerRatios(sums, indicators.linksKnown);
  return (
    <>
      <td className="num">{formatCount(sums.members)}</td>
      <td className="num">{formatCount(publicEmployees)}</td>
      {registerIndicatorCodes.map((code) => {
        const ratio = ratios[code];
        const share = ratio && shareOf(ratio);
        const target = targets[code];
        if (!ratio || share === undefined) return <td key={code} className="num-note">–</td>;
        const label = `${name}, ${memberTexts.chart(registerIndicatorNames[code].short, formatShare(share), target === undefined ? memberTexts.noTarget : formatShare(target / 100))}`;
        return (
          <td key={code} className="share-small" title={memberTexts.ofCounts(formatCount(ratio.part), formatCount(ratio.whole))}>
            <span>{formatShare(share)}</span>
            <ShareBar label={label} share={share} target={target === undefined ? undefined : target / 100} />
          </td>
        );
      })}
    </>
  );
}
