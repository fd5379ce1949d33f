import Link from "next/link";
import { TablePanel } from "@/components/ui/table-panel";
import { registerIndicatorCodes, registerRatios, shareOf, type RegisterIndicator } from "@/lib/domain/report/register-indicators";
import type { RegisterIndicators, RegisterUnit } from "@/lib/protocol/members";
import { shareRowsHref } from "@/lib/protocol/register-rows";
import { memberTexts, registerIndicatorNames } from "@/lib/text/desk-members";
import { formatCount, formatShare } from "@/lib/text/moment";
import { membersHref } from "./members-href";
import { ShareBar } from "./share-bar";

/** Members of the units below and their shares; the last line is the unit itself. */
export function UnitsTable({ indicators, opensRows }: { readonly indicators: RegisterIndicators; readonly opensRows: boolean }) {
  const { total, children, direct, window } = indicators;
  const hrefOf = (unitId: string, place?: "own") => (indicator: RegisterIndicator) =>
    opensRows ? shareRowsHref({ unitId, indicator, of: "whole", first: window.first, through: window.last, treeOn: window.last, place }) : undefined;
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
            <Cells of={child} name={child.name} indicators={indicators} hrefOf={hrefOf(child.id)} />
          </tr>
        ))}
        {hasDirect && children.length > 0 && (
          <tr>
            <th scope="row" className="row-name">{memberTexts.direct}</th>
            <Cells of={{ ...direct, targets: {} }} name={memberTexts.direct} indicators={indicators} hrefOf={hrefOf(total.id, "own")} />
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="row-name">{children.length > 0 ? memberTexts.total : total.name}</th>
          <Cells of={total} name={total.name} indicators={indicators} hrefOf={hrefOf(total.id)} />
        </tr>
      </tfoot>
    </TablePanel>
  );
}

type CellsProps = {
  readonly of: Omit<RegisterUnit, "id" | "name">;
  readonly name: string;
  readonly indicators: RegisterIndicators;
  readonly hrefOf: (indicator: RegisterIndicator) => string | undefined;
};

function Cells({ of: { sums, publicEmployees, targets }, name, indicators, hrefOf }: CellsProps) {
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
            <span><ShareCellLink words={formatShare(share)} name={`${registerIndicatorNames[code].short}, ${name}`} href={hrefOf(code)} /></span>
            <ShareBar label={label} share={share} target={target === undefined ? undefined : target / 100} />
          </td>
        );
      })}
    </>
  );
}

function ShareCellLink({ words, name, href }: { readonly words: string; readonly name: string; readonly href: string | undefined }) {
  return href ? <Link prefetch={false} href={href} aria-label={memberTexts.openRows(words, name)}>{words}</Link> : words;
}
