import type { Metadata } from "next";
import { HomeScreen } from "@/components/home/home";
import { appShell } from "@/lib/text/app-shell";

export const metadata: Metadata = { title: appShell.home };

export default function HomePage() {
  return <HomeScreen />;
}
