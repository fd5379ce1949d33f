import type { Metadata } from "next";
import { ChangePinScreen } from "@/components/phone/lock/change-pin-screen";
import { lockText } from "@/lib/text/lock";

export const metadata: Metadata = { title: lockText.change.title };

export default function PinPage() {
  return <ChangePinScreen />;
}
