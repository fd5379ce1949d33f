import "server-only";
import * as z from "zod/mini";
import { isKey, isWeak } from "./secrets";

/** What the server is configured with. Everything comes from the process's environment. */
export type Environment = {
  readonly databaseUrl: string;
  /** Signs sessions; at least 32 characters. */
  readonly sessionSecret: string;
  /** 32 bytes that wrap the keys of personal data. Without it the data can't be read, ever. */
  readonly dataKey: Buffer;
  /** 32 bytes that key the digests by which persons and dossiers are found again. */
  readonly hashKey: Buffer;
  /** Demo mode puts up with weak secrets and shows the demo accounts. */
  readonly demo: boolean;
  /** Whether officers, police and province have to set up a second factor, or may. Who has one is always asked for it. */
  readonly secondFactor: "required" | "offered";
};

/** Its message is one sentence for whoever starts the server, and never repeats a secret. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** The configuration, read and checked once. Throws a `ConfigurationError` that says what to do. */
export function environment(): Environment {
  return (current ??= readEnvironment(process.env));
}

let current: Environment | undefined;

/** Checks a configuration without keeping it: for start-up and tests. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const demo = /^(1|true|yes)$/i.test(variables.DEMO ?? "");
  const databaseUrl = required(variables, "DATABASE_URL");
  if (!DatabaseUrl.safeParse(databaseUrl).success) {
    throw new ConfigurationError("DATABASE_URL is not a PostgreSQL address: it looks like postgresql://user:password@host:5432/database.");
  }
  const environment = {
    databaseUrl,
    sessionSecret: secretFrom(variables, demo),
    dataKey: keyFrom(variables, "DATA_KEY", demo),
    hashKey: keyFrom(variables, "HASH_KEY", demo),
    demo,
    secondFactor: secondFactorFrom(variables, demo),
  };
  if (environment.dataKey.equals(environment.hashKey)) {
    throw new ConfigurationError("DATA_KEY and HASH_KEY are the same: make each of them with `openssl rand -base64 32`.");
  }
  return environment;
}

const DatabaseUrl = z.string().check(z.regex(/^postgres(ql)?:\/\/\S+$/));

function required(variables: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = variables[name]?.trim();
  if (!value) throw new ConfigurationError(`${name} is not set: see "Configuration" in the README.`);
  return value;
}

function secretFrom(variables: Readonly<Record<string, string | undefined>>, demo: boolean): string {
  const secret = required(variables, "NEXTAUTH_SECRET");
  if (secret.length < 32) {
    throw new ConfigurationError("NEXTAUTH_SECRET is too short: it needs 32 characters or more, for example from `openssl rand -base64 32`.");
  }
  if (!demo && isWeak(Buffer.from(secret))) throw defaultValue("NEXTAUTH_SECRET");
  return secret;
}

function keyFrom(variables: Readonly<Record<string, string | undefined>>, name: "DATA_KEY" | "HASH_KEY", demo: boolean): Buffer {
  const text = required(variables, name);
  if (!isKey(text)) {
    throw new ConfigurationError(`${name} is not 32 bytes in base64: make it with \`openssl rand -base64 32\`.`);
  }
  const key = Buffer.from(text, "base64");
  if (!demo && isWeak(key)) throw defaultValue(name);
  return key;
}

/** Anything but the two words fails: a misspelt "required" must not open what it was meant to close. */
function secondFactorFrom({ SECOND_FACTOR }: Readonly<Record<string, string | undefined>>, demo: boolean): Environment["secondFactor"] {
  const said = SECOND_FACTOR?.trim() ?? "";
  if (said === "") return demo ? "offered" : "required";
  if (said === "required" || said === "offered") return said;
  throw new ConfigurationError("SECOND_FACTOR is neither required nor offered: choose one of them, or leave it out.");
}

function defaultValue(name: string): ConfigurationError {
  return new ConfigurationError(`${name} is a default or guessable value: make it with \`openssl rand -base64 32\`.`);
}
