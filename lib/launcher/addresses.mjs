import os from "node:os";

/** The IPv4 addresses under which other machines of the network reach this one, ordinary networks first. */
export function lanAddresses() {
  const all = Object.entries(os.networkInterfaces()).flatMap(([name, addresses]) => addresses.map((address) => ({ name, ...address })));
  return all
    .filter(({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."))
    .sort((a, b) => Number(isVirtual(a.name)) - Number(isVirtual(b.name)))
    .map(({ address }) => address);
}

/** Bridges of containers and virtual machines: phones can't reach them. */
const isVirtual = (name) => /^(docker|br-|veth|virbr|vmnet|vboxnet|cni|flannel)/.test(name);
