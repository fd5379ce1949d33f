"use client";
import { useEffect, useState } from "react";
import { DemoAccountsResponse, type DemoAccount } from "@/lib/protocol/demo-accounts";
import { roleNames } from "@/lib/text/desk";
import { signInText } from "@/lib/text/sign-in";

/** The invented people of the demo; nothing at all elsewhere. */
export function DemoAccounts({ onChoose }: { readonly onChoose: (account: DemoAccount) => void }) {
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    let shown = true;
    void readAccounts().then((found) => {
      if (shown) setAccounts(found);
    });
    return () => {
      shown = false;
    };
  }, []);
  if (accounts.length === 0) return null;
  return (
    <section aria-labelledby="demo" className="border-t border-line pt-4">
      <h2 id="demo" className="font-semibold">
        {signInText.demo}
      </h2>
      <p className="text-small text-ink-2">{signInText.demoHint}</p>
      <ul className="mt-2 grid gap-2">
        {accounts.map((account) => (
          <li key={account.login}>
            <button
              type="button"
              onClick={() => onChoose(account)}
              className="flex min-h-13 w-full flex-wrap items-center justify-between gap-x-3 rounded-field border-[1.5px] border-control bg-surface px-3.5 py-1.5 text-left"
            >
              <b className="font-semibold">{account.name}</b>
              <span className="text-small text-ink-2">{roleNames[account.role]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function readAccounts(): Promise<readonly DemoAccount[]> {
  const answer = await fetch("/api/demo-accounts", { cache: "no-store" }).catch(() => undefined);
  const body = DemoAccountsResponse.safeParse(await answer?.json().catch(() => undefined));
  return body.success ? body.data.accounts : [];
}
