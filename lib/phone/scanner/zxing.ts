import { prepareZXingModule, purgeZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import type { Pixels } from "./gray";

export type ReadOptions = ReaderOptions;

/** Where our own copy of the decoder lies: nothing is ever fetched from elsewhere. */
const wasmUrl = "/wasm/zxing_reader.wasm";

/**
 * Loads the decoder, once. A page or worker fetches our copy; `wasmBinary` hands the bytes over where
 * there is no server. A failed load may be tried again.
 */
export async function prepareReader(wasmBinary?: ArrayBuffer): Promise<void> {
  const overrides = wasmBinary ? { wasmBinary } : { locateFile: () => wasmUrl };
  try {
    await prepareZXingModule({ overrides, equalityFn: () => true, fireImmediately: true });
  } catch (error) {
    purgeZXingModule();
    throw error;
  }
}

/** Inverted codes are never printed on cards or receipts; looking for them would double the time. */
const defaults: ReadOptions = {
  formats: ["QRCode"],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
  returnErrors: false,
  textMode: "Plain",
  characterSet: "UTF8",
};

/** One attempt on one picture; a text only when its error correction came out right. */
export async function read(pixels: Pixels, options: ReadOptions = {}): Promise<string | undefined> {
  const results = await readBarcodes(pixels as ImageData, { ...defaults, ...options });
  return results.find((result) => result.isValid)?.text;
}
