import type { InventedPerson } from "./invented-people";

export type BookedAccount = { readonly number: string; readonly createdOn: string; readonly isCounted: boolean };
export type BookedDossier = { readonly code: string; readonly receivedOn: string; readonly service: string; readonly channel: "online" | "paper"; readonly paidOnline: boolean; readonly applicant?: string | undefined };

/** What the provincial register knows of a unit's work by one moment, besides what it knew before. */
export type BookPart = { readonly accounts: BookedAccount[]; readonly dossiers: BookedDossier[] };

export function emptyPart(): BookPart {
  return { accounts: [], dossiers: [] };
}

export function bookAccount({ accounts }: BookPart, { personalNumber }: InventedPerson, createdOn: string, isCounted: boolean): void {
  accounts.push({ number: personalNumber, createdOn, isCounted });
}

/** Receipt numbers go up through the province, so no two dossiers have the same code. */
export function dossierCoder() {
  let last = 0;
  return (office: number, day: string): string => {
    last += 1;
    return `H08.${office}-${day.slice(2).replaceAll("-", "")}-${String(last).padStart(6, "0")}`;
  };
}
export type DossierCoder = ReturnType<typeof dossierCoder>;
