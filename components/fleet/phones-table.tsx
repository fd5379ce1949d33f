import Link from "next/link";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { concernsOf } from "@/lib/domain/device/phone-concerns";
import type { ListedPhone, PhoneList } from "@/lib/protocol/phones";
import { formatCount, formatDay, momentText } from "@/lib/text/moment";
import { phoneTexts as texts } from "@/lib/text/phones";
import { PhoneActions } from "./phone-actions";

type Shared = { readonly now: string; readonly personHref: (id: string) => string };

/** Each phone with who is on it; what is unsent stands at the person whose it is. */
export function PhonesTable({ list, ...rest }: { readonly list: PhoneList } & Shared) {
  return (
    <TablePanel title={texts.count(list.phones.length, list.hasMore)} className="fleet-table">
      <TableHead columns={[
        texts.phone, texts.people, { number: texts.unsent }, texts.oldest, texts.seen, texts.state, { unseen: texts.actions },
      ]} />
      <tbody>{list.phones.map((phone) => <PhoneRow key={phone.deviceId} phone={phone} currentVersion={list.currentVersion} {...rest} />)}</tbody>
    </TablePanel>
  );
}

function PhoneRow({ phone, now, currentVersion, personHref }: { readonly phone: ListedPhone; readonly currentVersion: string } & Shared) {
  const label = phone.name ?? texts.unnamed(phone.deviceId.slice(-4));
  const unsent = phone.people.reduce((sum, person) => sum + person.unsent, 0);
  const [oldest] = phone.people.flatMap(({ oldestCapturedAt }) => oldestCapturedAt ?? []).toSorted();
  return (
    <tr>
      <th scope="row" className="row-name">{label}<span className="block desk-caption text-ink-2">{phone.appVersion.slice(0, 12)}</span></th>
      <td>
        {phone.people.map(({ userId, name, unitName, unsent }) => (
          <span key={userId} className="block"><Link className="fleet-person" href={personHref(userId)}>{name}</Link><span className="text-ink-2">{`, ${unitName}`}{phone.people.length > 1 && `: ${unsent}`}</span></span>
        ))}
        {phone.othersToo && <span className="block text-ink-2">{texts.others}</span>}
      </td>
      <td className={`num ${unsent > 0 ? "font-semibold text-warn" : ""}`}>{formatCount(unsent)}</td>
      <td>{oldest ? formatDay(oldest) : ""}</td>
      <td>{momentText(phone.seenAt)}</td>
      <td><PhoneState phone={phone} concerns={concernsOf({ ...phone, unsent }, now, currentVersion)} /></td>
      <td><PhoneActions phone={phone} label={label} /></td>
    </tr>
  );
}

function PhoneState({ phone: { revokedFor, wipedAt, clockOffsetMs }, concerns }: { readonly phone: ListedPhone; readonly concerns: ReturnType<typeof concernsOf> }) {
  if (wipedAt) return <span className="text-ink-2">{texts.wiped(momentText(wipedAt))}</span>;
  if (revokedFor) return <span className="font-semibold text-warn">{texts.revoked[revokedFor]}</span>;
  if (concerns.length === 0) return <span className="text-ok">{texts.fine}</span>;
  return <ul className="fleet-concerns">{concerns.map((concern) => <li key={concern}>{concern === "clockOff" ? texts.clockOffBy(formatCount(Math.round(Math.abs(clockOffsetMs) / 60_000))) : texts.concerns[concern]}</li>)}</ul>;
}
