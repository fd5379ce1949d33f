import { X509Certificate, generateKeyPair, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isIPv4 } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import forge from "node-forge";
import { isPrivate, nameConstraints } from "./name-constraints.mjs";

/**
 * A certificate for this machine's names, signed by a certificate authority that exists only here. A phone that
 * trusts the authority opens the app over HTTPS, without which browsers give neither camera nor offline work.
 * The authority can vouch for private addresses and this machine's names only, whoever gets hold of its key.
 *
 * @param {{ folder: string, names: string[] }} options `names`: host names and IPv4 addresses
 * @returns {Promise<{ key: string, cert: string, authority: string, fingerprint: string }>} PEM; SHA-256 of the authority
 */
export async function localCertificate({ folder, names }) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = (await usableAuthority(folder, names)) ?? (await makeAuthority(folder, names));
  const leaf = (await usableLeaf(folder, authority, names)) ?? (await makeLeaf(folder, authority, names));
  return { key: leaf.key, cert: leaf.cert, authority: authority.cert, fingerprint: authority.parsed.fingerprint256 };
}

const day = 24 * 60 * 60 * 1000;
const authorityDays = 3650;
const leafDays = 365; // iPhones refuse more than 825
const renewLeafDays = 30;

async function usableAuthority(folder, names) {
  const pair = await readPair(folder, "authority");
  const permitted = await readFile(path.join(folder, "authority.names"), "utf8").then(JSON.parse, () => []);
  return pair && daysLeft(pair) > leafDays && names.every((name) => permitted.includes(name) || isPrivate(name)) ? pair : undefined;
}

async function usableLeaf(folder, authority, names) {
  const pair = await readPair(folder, "server");
  if (!pair || daysLeft(pair) < renewLeafDays || !pair.parsed.verify(authority.parsed.publicKey)) return undefined;
  return names.every((name) => (isIPv4(name) ? pair.parsed.checkIP(name) : pair.parsed.checkHost(name))) ? pair : undefined;
}

async function makeAuthority(folder, names) {
  const keys = await makeKeys();
  const name = [{ shortName: "CN", value: `Tinh Nguyen So local authority ${randomBytes(2).toString("hex")}` }];
  const certificate = newCertificate(keys, { subject: name, issuer: name, days: authorityDays });
  certificate.setExtensions([
    { name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
    nameConstraints(names),
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  await writeFile(path.join(folder, "authority.names"), JSON.stringify(names));
  return writePair(folder, "authority", keys, certificate);
}

async function makeLeaf(folder, authority, names) {
  const keys = await makeKeys();
  const issuer = forge.pki.certificateFromPem(authority.cert);
  const subject = [{ shortName: "CN", value: "Tinh Nguyen So" }];
  const certificate = newCertificate(keys, { subject, issuer: issuer.subject.attributes, days: leafDays });
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: names.map((name) => (isIPv4(name) ? { type: 7, ip: name } : { type: 2, value: name })) },
    { name: "authorityKeyIdentifier", keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(authority.key), forge.md.sha256.create());
  return writePair(folder, "server", keys, certificate);
}

async function makeKeys() {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  const parsed = forge.pki.privateKeyFromPem(pem);
  return { pem, privateKey: parsed, publicKey: forge.pki.rsa.setPublicKey(parsed.n, parsed.e) };
}

function newCertificate({ publicKey }, { subject, issuer, days }) {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() - day); // phones whose clock is behind
  certificate.validity.notAfter = new Date(Date.now() + days * day);
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  return certificate;
}

async function readPair(folder, name) {
  try {
    const [key, cert] = await Promise.all(["key", "crt"].map((end) => readFile(path.join(folder, `${name}.${end}`), "utf8")));
    return { key, cert, parsed: new X509Certificate(cert) };
  } catch {
    return undefined; // missing or damaged: made again
  }
}

async function writePair(folder, name, keys, certificate) {
  const cert = forge.pki.certificateToPem(certificate);
  await writeFile(path.join(folder, `${name}.key`), keys.pem, { mode: 0o600 });
  await writeFile(path.join(folder, `${name}.crt`), cert);
  return { key: keys.pem, cert, parsed: new X509Certificate(cert) };
}

const daysLeft = ({ parsed }) => (Date.parse(parsed.validTo) - Date.now()) / day;
