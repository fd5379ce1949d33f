import type { MetadataRoute } from "next";
import { appShell } from "@/lib/text/app-shell";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: appShell.product,
    short_name: appShell.product,
    description: appShell.description,
    lang: "vi",
    start_url: "/",
    scope: "/",
    display: "standalone",
    theme_color: "#0A4FA6",
    background_color: "#F2F5F9",
    icons: [
      { src: "/icons/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: appShell.record, url: "/record" },
      { name: appShell.list, url: "/entries" },
    ],
  };
}
