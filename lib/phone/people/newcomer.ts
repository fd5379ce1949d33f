import type { ChangesResponse } from "../../protocol/changes";
import type { MetaRow } from "../database/phone-database";
import type { Vault } from "../vault/vault";
import type { PersonOnPhone } from "./person";

/** Somebody whom this phone does not know yet; choosing a PIN makes them known. */
export type Newcomer = {
  readonly person: PersonOnPhone;
  /** What the server said about them, if it did. */
  readonly page?: ChangesResponse;
  /** What has to become known of them at the same moment. */
  alsoKnown?(vault: Vault): Promise<readonly MetaRow[]>;
};
