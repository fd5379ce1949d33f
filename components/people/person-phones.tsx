import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { PersonPhone } from "@/lib/protocol/people";
import { formatCount, formatDay, momentText } from "@/lib/text/moment";
import { peopleTexts as texts } from "@/lib/text/people";

/** What the person's phones said last that they still hold. */
export function PersonPhones({ phones, href }: { readonly phones: readonly PersonPhone[]; readonly href: string }) {
  return (
    <TablePanel title={texts.phonesTitle} aside={phones.length > 0 && <Link className="people-back" href={href}>{texts.managePhones}</Link>} none={phones.length === 0 && texts.noPhones}>
      <TableHead columns={[texts.phone, { number: texts.unsent }, texts.oldest, texts.reported, texts.version]} />
      <tbody>
        {phones.map(({ deviceId, name, revoked, installed, unsent, oldestCapturedAt, reportedAt, appVersion }) => (
          <tr key={deviceId}>
            <th scope="row" className="row-name">{name ?? texts.unnamedPhone(deviceId.slice(-4))}<span className="block desk-caption text-ink-2">{revoked ? texts.revoked : installed ? texts.installed : texts.notInstalled}</span></th>
            <td className={`num ${unsent > 0 ? "font-semibold text-warn" : ""}`}>{formatCount(unsent)}</td>
            <td>{oldestCapturedAt ? formatDay(oldestCapturedAt) : texts.nothingUnsent}</td>
            <td>{momentText(reportedAt)}</td>
            <td>{appVersion.slice(0, 12)}</td>
          </tr>
        ))}
      </tbody>
    </TablePanel>
  );
}
