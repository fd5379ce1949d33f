import Link from "next/link";
import type { GuideVersion } from "@/lib/protocol/guides";
import { deskGuides } from "@/lib/text/desk-guides";
import { momentText } from "@/lib/text/moment";
import { guideHref } from "./guide-href";

const { columns } = deskGuides;

/** The newest version of every guide. */
export function GuideTable({ guides }: { readonly guides: readonly GuideVersion[] }) {
  return (
    <table className="desk-table">
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <th scope="col" className="num">{columns.version}</th>
          <th scope="col">{columns.edited}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
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
