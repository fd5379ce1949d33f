import type { Metadata } from "next";
import { EventScreen } from "@/components/outreach-event/event-screen";
import { outreachEvent } from "@/lib/text/outreach-event";

export const metadata: Metadata = { title: outreachEvent.title };

export default function EventPage() {
  return <EventScreen />;
}
