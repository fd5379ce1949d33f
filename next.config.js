import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { hashSources } from "./lib/launcher/build-hash.mjs";
import { phoneRoutes } from "./lib/service-worker/phone-routes.mjs";
import { commonHeaders, contentSecurityPolicy } from "./lib/service-worker/security-headers.mjs";

/** @returns {Promise<import("next").NextConfig>} */
export default async function config(phase) {
  const build = phase === "phase-production-build" ? await buildName() : "dev";
  const { version } = JSON.parse(await readFile(new URL("package.json", import.meta.url), "utf8"));
  return {
    poweredByHeader: false,
    reactStrictMode: true,
    typescript: { ignoreBuildErrors: true }, // `npm run types` checks them, once
    serverExternalPackages: ["@node-rs/argon2", "pg", "@prisma/adapter-pg"],
    generateBuildId: () => build, // the same sources make the same pages: no update for phones
    env: { NEXT_PUBLIC_APP_VERSION: `${version}+${build}` },
    webpack: (webpackConfig, context) => withCompileHint(withFirstChunk(withModernDexie(webpackConfig, context), context), context),
    headers: async () => (phase === "phase-development-server" ? [] : securityHeaders),
  };
}

/** Made once per build: its worker processes read this file again, and get it from their parent. */
async function buildName() {
  return (process.env.BUILD_NAME ??= (await hashSources()).slice(0, 12));
}

/** The package's own entry is made for browsers of before 2019, which can't run the app anyway. */
function withModernDexie(webpackConfig, { isServer }) {
  if (!isServer) webpackConfig.resolve.alias.dexie$ = fileURLToPath(new URL("node_modules/dexie/dist/modern/dexie.min.mjs", import.meta.url));
  return webpackConfig;
}

/**
 * What home and record share comes once: webpack's own division repeats small modules in each of them, and these two are
 * the pages that a slow phone loads first.
 */
function withFirstChunk(webpackConfig, { dev, isServer }) {
  const first = ["app/(phone)/page", "app/(phone)/record/page"];
  if (!dev && !isServer) {
    webpackConfig.optimization.splitChunks.cacheGroups.first = { name: "first", chunks: ({ name }) => first.includes(name), minChunks: 2, priority: 5, enforce: true };
  }
  return webpackConfig;
}

/**
 * Chromium then compiles all of a script's functions at once, beside the main thread, and keeps them compiled for the
 * next start: on a slow phone, one by one they cost a quarter of a second. Other browsers read a comment.
 */
function withCompileHint(webpackConfig, { dev, isServer, webpack: { BannerPlugin, Compilation } }) {
  const afterMinifying = Compilation.PROCESS_ASSETS_STAGE_REPORT;
  const hint = new BannerPlugin({ banner: "//# allFunctionsCalledOnLoad\n", raw: true, include: /^static\/chunks\/.*\.js$/, stage: afterMinifying });
  if (!dev && !isServer) webpackConfig.plugins.push(hint);
  return webpackConfig;
}

// Which inline scripts static pages may run is added after the build (lib/service-worker/allow-inline-scripts.mjs);
// the desk's pages are made per request.
const securityHeaders = [
  rule("/:path*", { ...commonHeaders, "Content-Security-Policy": contentSecurityPolicy() }),
  ...phoneRoutes.map((route) => rule(route, { "Content-Security-Policy": contentSecurityPolicy(), "Cache-Control": "no-cache" })),
  rule("/desk/:path*", { "Content-Security-Policy": contentSecurityPolicy(["'unsafe-inline'"]) }),
  rule("/sw.js", { "Cache-Control": "no-cache" }),
  rule("/version.json", { "Cache-Control": "no-store" }),
  {
    ...rule("/:path*", { "Strict-Transport-Security": "max-age=31536000" }),
    // Not for a computer's own names, which other programs serve over plain HTTP tomorrow.
    has: [
      { type: "header", key: "x-forwarded-proto", value: "https" },
      { type: "host", value: "(?!localhost$|.*\\.local$|[\\d.]+$).+" },
    ],
  },
];

function rule(source, headers) {
  return { source, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}
