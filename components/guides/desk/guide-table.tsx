import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import type { GuideVersion } from "@/lib/protocol/guides";
import { deskGuides } from "@/lib/text/desk-guides";
import { momentText } from "@/lib/text/moment";
import { guideHref } from "./guide-href";

const { columns } = deskGuides;

/** The newest version of every guide. */
export function GuideTable({ guides }: { readonly guides: readonly GuideVersion[] }) {
  return (
    <table className="desk-table">
      <TableHead columns={[columns.title, { number: columns.version }, columns.edited, columns.state]} />
      <tbody>
        {guides.map(({ slug, version, title, editedAt, editedBy, retired }) => (
          <tr key={slug}>
            <td><Link href={guideHref(slug)} className="inline-flex min-h-9 items-center">{title}</Link></td>
            <td className="num">{version}</td>
            <td>{`${momentText(editedAt)} · ${deskGuides.editedBy(editedBy)}`}</td>
            <td>{retired ? deskGuides.retired : deskGuides.inUse}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
