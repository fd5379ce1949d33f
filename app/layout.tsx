import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { appShell } from "@/lib/text/app-shell";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: appShell.product, template: `%s · ${appShell.product}` },
  description: appShell.description,
  applicationName: appShell.product,
  appleWebApp: { capable: true, title: appShell.product, statusBarStyle: "default" },
  formatDetection: { telephone: false, date: false, address: false, email: false },
  icons: { icon: "/icons/icon.svg", apple: "/icons/apple-touch-icon.png" },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The page shrinks with the keyboard, so the main button stays in sight.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0A4FA6" },
    { media: "(prefers-color-scheme: dark)", color: "#10253F" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi" data-theme="light" suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>{children}</body>
    </html>
  );
}
