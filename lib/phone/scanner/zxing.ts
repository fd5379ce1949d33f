import { prepareZXingModule, readBarcodes, type ReaderOptions } from "zxing-wasm/reader";
import type { Pixels } from "./gray";

/** Where our own copy of the decoder lies: nothing is ever fetched from elsewhere. */
const wasmUrl = "/wasm/zxing_reader.wasm";

/**
 * Loads the decoder, once. A page or worker fetches our copy; `wasmBinary` hands the bytes over where
 * there is no server.
 */
export async function prepareReader(wasmBinary?: ArrayBuffer): Promise<void> {
  const overrides = wasmBinary ? { wasmBinary } : { locateFile: () => wasmUrl };
  await prepareZXingModule({ overrides, equalityFn: () => true, fireImmediately: true });
}

const qrOptions: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: true,
  tryRotate: false,
  tryInvert: false,
  tryDownscale: false,
  maxNumberOfSymbols: 1,
  textMode: "Plain",
  characterSet: "UTF8",
};

/** One attempt on one picture; a text only when its error correction came out right. */
export async function read(pixels: Pixels, options: ReaderOptions = {}): Promise<string | undefined> {
  const results = await readBarcodes(pixels as ImageData, { ...qrOptions, ...options });
  return results.find((result) => result.isValid)?.text;
}
