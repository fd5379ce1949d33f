import { createHash } from "node:crypto";

/**
 * What browsers may do with our pages. Nothing comes from anywhere else; scripts in a document run only when
 * their hash is named, which `inlineScriptHashes` finds in static pages.
 *
 * @param {string[]} scriptSources beside our own files
 */
export function contentSecurityPolicy(scriptSources = []) {
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scriptSources].join(" "),
    "style-src 'self' 'unsafe-inline'", // style attributes have no hashes
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** @param {string} html */
export function inlineScriptHashes(html) {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script);
  return [...new Set(scripts)].map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
}

const unusedFeatures = ["accelerometer", "browsing-topics", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb"];

/** Beside the content security policy, the same for every answer. */
export const commonHeaders = {
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": ["camera=(self)", ...unusedFeatures.map((feature) => `${feature}=()`)].join(", "),
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};
