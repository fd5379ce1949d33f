import type { Metadata } from "next";
import { ShiftScreen } from "@/components/shift/shift-screen";
import { shift } from "@/lib/text/shift";

export const metadata: Metadata = { title: shift.title };

export default function ShiftPage() {
  return <ShiftScreen />;
}
