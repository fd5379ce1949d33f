/** What the build knows of this version's shell: made by read-shell.mjs, compiled into the worker. */
export type Shell = {
  readonly version: string;
  /** Phone pages by pathname. They are in the worker itself, so page and worker are always of one build. */
  readonly pages: Readonly<Record<string, ShellPage>>;
  /** Chunks, styles, fonts, icons, WASM: kept in the cache. */
  readonly assets: readonly ShellAsset[];
};

export type ShellPage = {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What Next's router asks for instead of the document, by the header `next-router-segment-prefetch`; "" without it. */
  readonly payloads: Readonly<Record<string, string>>;
};

/** `integrity` as fetch takes it: a captive portal's answer or another build's file is never stored. */
export type ShellAsset = { readonly url: string; readonly integrity: string };

declare const __SHELL__: Shell;

export const shell: Shell = __SHELL__;
