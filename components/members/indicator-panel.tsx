import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { registerIndicatorCodes, registerRatios, shareOf, type Ratio, type RegisterIndicator } from "@/lib/domain/report/register-indicators";
import type { RegisterIndicators } from "@/lib/protocol/members";
import { shareRowsHref, type RowPart } from "@/lib/protocol/register-rows";
import { memberTexts, registerIndicatorNames } from "@/lib/text/desk-members";
import { formatCount, formatShare } from "@/lib/text/moment";
import { ShareBar, ShareLegend } from "./share-bar";

/** The unit's indicators that come from the register and the members alone, each against its target. */
export function IndicatorPanel({ indicators, opensRows }: { readonly indicators: RegisterIndicators; readonly opensRows: boolean }) {
  const { total, linksKnown, year, window } = indicators;
  const hrefOf = (indicator: RegisterIndicator, of: RowPart) =>
    opensRows ? shareRowsHref({ unitId: total.id, indicator, of, first: window.first, through: window.last, treeOn: window.last }) : undefined;
  const ratios = registerRatios(total.sums, linksKnown);
  return (
    <TablePanel title={memberTexts.indicators} aside={<ShareLegend share={memberTexts.legendShare} target={memberTexts.legendTarget} />}
      below={<p className="panel-note desk-dense">{memberTexts.indicatorsNote}.</p>}>
      <TableHead columns={[
        memberTexts.indicator, { number: memberTexts.part }, { number: memberTexts.whole }, { number: memberTexts.share },
        { number: memberTexts.target(year) }, memberTexts.ofTarget,
      ]} />
      <tbody>
        {registerIndicatorCodes.map((code) => <IndicatorRow key={code} code={code} ratio={ratios[code]} target={total.targets[code]} hrefOf={(of) => hrefOf(code, of)} />)}
      </tbody>
    </TablePanel>
  );
}

/** Targets of shares are set in percent. */
function IndicatorRow({ code, ratio, target, hrefOf }: { readonly code: RegisterIndicator; readonly ratio: Ratio | undefined; readonly target: number | undefined; readonly hrefOf: (of: RowPart) => string | undefined }) {
  const { number, full, short } = registerIndicatorNames[code];
  const share = ratio && shareOf(ratio);
  const targetText = target === undefined ? memberTexts.noTarget : formatShare(target / 100);
  return (
    <tr>
      <th scope="row" className="row-name">{`${number}. ${full}`}</th>
      {ratio && share !== undefined ? (
        <>
          <td className="num"><RowsLink count={ratio.part} name={short} href={hrefOf("part")} /></td>
          <td className="num"><RowsLink count={ratio.whole} name={short} href={hrefOf("whole")} /></td>
          <td className="num font-semibold">{formatShare(share)}</td>
        </>
      ) : (
        <td colSpan={3} className="num-note">{ratio ? memberTexts.nothing : memberTexts.unknown}</td>
      )}
      <td className="num">{targetText}</td>
      <td className="share-cell">
        {share !== undefined && <ShareBar label={memberTexts.chart(short, formatShare(share), targetText)} share={share} target={target === undefined ? undefined : target / 100} />}
      </td>
    </tr>
  );
}

/** A number that opens the rows behind it, for whoever sees them. Behind 0 there is nothing. */
function RowsLink({ count, name, href }: { readonly count: number; readonly name: string; readonly href: string | undefined }) {
  const words = formatCount(count);
  return href && count > 0 ? <Link prefetch={false} href={href} aria-label={memberTexts.openRows(words, name)}>{words}</Link> : words;
}
