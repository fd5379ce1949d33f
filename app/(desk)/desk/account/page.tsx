import type { Metadata } from "next";
import { EventsPanel } from "@/components/account/events-panel";
import { PasswordPanel } from "@/components/account/password-panel";
import { SecondFactorPanel } from "@/components/account/second-factor-panel";
import { SessionsPanel } from "@/components/account/sessions-panel";
import { readAccount } from "@/lib/server/account/read-account";
import { requirePerson } from "@/lib/server/auth/current-person";
import { accountText } from "@/lib/text/account";
import "@/components/account/account.css";

export const metadata: Metadata = { title: accountText.title };

/** How one signs in, and where one is signed in. */
export default async function AccountPage() {
  const person = await requirePerson("/desk/account");
  const { login, secondFactor, sessions, events } = await readAccount(person, new Date().toISOString());
  return (
    <>
      <header className="desk-top">
        <div>
          <h1 className="desk-title">{accountText.title}</h1>
          <p className="desk-caption text-ink-2">{accountText.signedInAs(login)}</p>
        </div>
      </header>
      <div className="account">
        <div>
          <SecondFactorPanel login={login} secondFactor={secondFactor} />
          <PasswordPanel />
        </div>
        <div>
          <SessionsPanel sessions={sessions} />
          <EventsPanel events={events} />
        </div>
      </div>
    </>
  );
}
