import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { UnsentWork } from "@/lib/protocol/phones";
import { formatCount, formatDay } from "@/lib/text/moment";
import { phoneTexts as texts } from "@/lib/text/phones";
import { phonesHref } from "./phones-href";

/** How much is still out there, unit by unit, as bars beside their numbers; each leads to its phones and whom to remind. */
export function UnitBars({ units }: Pick<UnsentWork, "units">) {
  const most = Math.max(1, ...units.map(({ entries }) => entries));
  return (
    <TablePanel title={texts.unitsTitle} className="fleet-units">
      <TableHead columns={[
        texts.unit, { number: texts.entries }, { unseen: texts.unitsTitle }, { number: texts.phonesColumn }, texts.oldest,
      ]} />
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unitId}>
            <th scope="row" className="row-name"><Link prefetch={false} href={phonesHref(unit.unitId)} title={texts.ofUnit(unit.name)}>{unit.name}</Link></th>
            <td className="num">{formatCount(unit.entries)}</td>
            <td><svg role="img" aria-label={texts.chart(unit)} width="100%" height="10"><rect width={`${(unit.entries / most) * 100}%`} height="10" rx="2" /></svg></td>
            <td className="num">{unit.phones}</td>
            <td>{unit.oldest ? formatDay(unit.oldest) : ""}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
