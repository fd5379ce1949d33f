import "server-only";
import { closeDatabase } from "@/lib/server/database/client";
import { resetByLogin } from "./reset-by-login";

/**
 * `npm run account:reset-second-factor -- LOGIN`: for whoever runs the server, where nobody is left who could do it at
 * the desk, such as for the only verifier of a province.
 */
const [login] = process.argv.slice(2);
const found = login ? await resetByLogin(login, new Date().toISOString()) : undefined;
if (found) console.log(`${login} signs in with the password alone and sets up another second factor.`);
else {
  console.error(login ? `Nobody with a second factor is called ${login}.` : "Name the login: npm run account:reset-second-factor -- LOGIN");
  process.exitCode = 1;
}
await closeDatabase();
