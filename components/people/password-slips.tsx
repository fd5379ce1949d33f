"use client";

import { Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { DenseButton } from "@/components/ui/dense-button";
import { PrintButton } from "@/components/ui/print-button";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import type { IssuedPassword } from "@/lib/protocol/people";
import { formatCount } from "@/lib/text/moment";
import { firstPasswordTexts as texts } from "@/lib/text/first-passwords";

/** Passwords as they leave the screen: on paper, a slip for each person, or as lines to paste. Then they are gone. */
export function PasswordSlips({ passwords, onClose }: { readonly passwords: readonly IssuedPassword[]; readonly onClose: () => void }) {
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => {
    // Left by accident, they would have to be made anew for everybody.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const stay = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]:not([download])");
      if (!link || window.confirm(texts.leave)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("beforeunload", ask);
    window.addEventListener("click", stay, true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("click", stay, true);
    };
  }, []);
  const copy = () => navigator.clipboard.writeText(linesOf(passwords)).then(() => setCopied(true), () => setCopied(false));
  const origin = typeof window === "undefined" ? "" : window.location.host;
  return (
    <div className="people-slips">
      <div className="no-print people-warn">
        <p className="desk-body">{texts.once}</p>
        <div className="people-actions">
          <PrintButton look="main">{texts.print}</PrintButton>
          <DenseButton onClick={() => void copy()}><Copy aria-hidden size={16} />{texts.copy}</DenseButton>
          <DenseButton onClick={onClose}>{texts.close}</DenseButton>
          <p role="status" className="desk-dense">{copied === undefined ? "" : copied ? texts.copied : texts.copyFailed}</p>
        </div>
      </div>
      <div className="no-print">
        <TablePanel title={texts.slips(formatCount(passwords.length))}>
          <TableHead columns={[texts.name, texts.unit, texts.login, texts.password]} />
          <tbody>
            {passwords.map(({ userId, name, unitName, login, password }) => (
              <tr key={userId}>
                <th scope="row" className="row-name">{name}</th>
                <td>{unitName}</td>
                <td>{login}</td>
                <td className="people-password">{password}</td>
              </tr>
            ))}
          </tbody>
        </TablePanel>
      </div>
      <div aria-hidden className="people-print">
        {passwords.map(({ userId, name, unitName, login, password }) => (
          <div key={userId} className="people-slip">
            <p>{texts.slipHead}</p>
            <p><b>{name}</b></p>
            <p>{unitName}</p>
            <p>{origin}</p>
            <p>{`${texts.login}: `}<b>{login}</b></p>
            <p>{`${texts.password}: `}<b className="people-password">{password}</b></p>
            <p>{texts.slipNote}</p>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Columns for a spreadsheet, readable in a message too. */
function linesOf(passwords: readonly IssuedPassword[]): string {
  return [[texts.name, texts.unit, texts.login, texts.password], ...passwords.map(({ name, unitName, login, password }) => [name, unitName, login, password])]
    .map((cells) => cells.join("\t")).join("\n");
}
