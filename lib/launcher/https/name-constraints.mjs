import { isIPv4 } from "node:net";
import forge from "node-forge";

const privateNetworks = [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
];
const privateDomains = ["localhost", "local"];

/** Whether an authority may always vouch for a name: addresses of private networks, localhost, *.local. */
export function isPrivate(name) {
  if (!isIPv4(name)) return privateDomains.some((domain) => name === domain || name.endsWith(`.${domain}`));
  return privateNetworks.some(([network, bits]) => (toNumber(name) ^ toNumber(network)) >>> (32 - bits) === 0);
}

/** The certificate extension (RFC 5280, 4.2.1.10) that limits an authority to private names and the given ones. */
export function nameConstraints(names) {
  const others = names.filter((name) => !isPrivate(name));
  const permitted = [
    ...privateDomains.map(domain),
    ...others.filter((name) => !isIPv4(name)).map(domain),
    ...privateNetworks.map(([network, bits]) => addresses(network, bits)),
    ...others.filter((name) => isIPv4(name)).map((address) => addresses(address, 32)),
  ];
  const value = sequence([create(contextSpecific, 0, true, permitted.map((base) => sequence([base])))]);
  return { id: "2.5.29.30", critical: true, value: forge.asn1.toDer(value).getBytes() };
}

const { create } = forge.asn1;
const contextSpecific = forge.asn1.Class.CONTEXT_SPECIFIC;
const sequence = (parts) => create(forge.asn1.Class.UNIVERSAL, forge.asn1.Type.SEQUENCE, true, parts);
const domain = (name) => create(contextSpecific, 2, false, name);
const addresses = (network, bits) => create(contextSpecific, 7, false, fourBytes(toNumber(network)) + fourBytes(maskOf(bits)));

const maskOf = (bits) => (0xffff_ffff << (32 - bits)) >>> 0;
const toNumber = (address) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
const fourBytes = (number) => String.fromCharCode(number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255);
