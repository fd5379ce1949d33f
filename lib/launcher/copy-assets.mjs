import { copyFile, mkdir } from "node:fs/promises";
import { inRoot } from "./paths.mjs";

/** Puts beside the pages what they fetch from us at run time: the decoder's WebAssembly. */
export async function copyAssets() {
  await mkdir(inRoot("public/wasm"), { recursive: true });
  await copyFile(inRoot("node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"), inRoot("public/wasm/zxing_reader.wasm"));
}
