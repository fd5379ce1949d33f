import type { OwnAccount } from "@/lib/protocol/account";
import { accountText } from "@/lib/text/account";
import { momentText } from "@/lib/text/moment";

/** What happened to the account lately, so that its person sees what they did not do. */
export function EventsPanel({ events }: Pick<OwnAccount, "events">) {
  const text = accountText.events;
  return (
    <section aria-labelledby="events" className="desk-panel">
      <h2 id="events" className="desk-head">{text.title}</h2>
      {events.length === 0 && <p className="desk-body text-ink-2">{text.none}</p>}
      <ul className="grid gap-2">
        {events.map(({ kind, at, byOther }) => (
          <li key={`${kind}${at}`} className="desk-body flex flex-wrap justify-between gap-x-4">
            <span>{text.kinds[kind]}{byOther && `, ${text.by(byOther)}`}</span>
            <span className="text-ink-2">{momentText(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
