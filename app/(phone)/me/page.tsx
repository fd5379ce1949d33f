import type { Metadata } from "next";
import { personMenu } from "@/lib/text/person-menu";
import { Me } from "./me";

export const metadata: Metadata = { title: personMenu.title };

export default function MePage() {
  return <Me />;
}
