import { demoAccounts } from "./demo-data.mjs";
import { terminalQrCode } from "./https/qr-code.mjs";

/** What a person needs to know once everything runs. */
export async function announce({ port, addresses, secure, isDemo, took }) {
  const scheme = secure ? "https" : "http";
  const lines = ["", `Tình Nguyện Số is ready (${took})`, "", ...addressLines({ scheme, port, addresses })];
  if (secure && addresses.length > 0) lines.push(...phoneLines({ ...secure, port, address: addresses[0] }));
  if (isDemo) lines.push(...accountLines(await demoAccounts()));
  lines.push("", `Stop with Ctrl-C.${isDemo ? " Reset the demo: npm start -- --fresh" : ""}`, "");
  console.log(lines.join("\n"));
}

function addressLines({ scheme, port, addresses }) {
  const lines = [`  this computer  ${scheme}://localhost:${port}`, ...addresses.map((address) => `  same network   ${scheme}://${address}:${port}`)];
  if (scheme === "http" && addresses.length > 0) lines.push("                 (camera and offline work need HTTPS there: npm start -- --https)");
  return lines;
}

function phoneLines({ certificatePort, fingerprint, port, address }) {
  const link = `https://${address}:${port}`;
  return [
    "",
    "On a phone in the same network, once:",
    `  1. Open http://${address}:${certificatePort} and download the certificate.`,
    "  2. Android: Settings › Security › More › Install from storage › CA certificate › tinh-nguyen-so.crt.",
    "     iPhone:  Settings › Profile Downloaded › Install; then General › About › Certificate Trust Settings › switch it on.",
    `     Its SHA-256 fingerprint must be ${fingerprint}.`,
    `  3. Scan this code or open ${link}. Remove the certificate from the phone when you are done.`,
    "",
    terminalQrCode(link),
  ];
}

function accountLines(accounts) {
  if (accounts.length === 0) return [];
  const columns = ["role", "login", "password", "name"];
  const rows = accounts.map((account) => columns.map((column) => account[column] ?? ""));
  const widths = columns.map((column, index) => Math.max(column.length, ...rows.map((row) => row[index].length)));
  const format = (row) => `  ${row.map((cell, index) => cell.padEnd(widths[index])).join("  ").trimEnd()}`;
  return ["", "Demo accounts (invented people)", "", format(columns), ...rows.map(format)];
}
