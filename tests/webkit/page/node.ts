/** What unit tests take from Node, as a browser has it. */
const Buffer = {
  from: (bytes: Uint8Array) => ({ toString: () => latin1(bytes) }),
  concat: (pieces: readonly Uint8Array[]) => ({ toString: () => pieces.map(latin1).join("") }),
};

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}

/** A browser's storage answers from another process, so a turn of the loop takes a moment. */
const setImmediate = (work: () => void) => setTimeout(work, 8);

Object.assign(globalThis, { Buffer, setImmediate, process: { env: {} } });

export {};
