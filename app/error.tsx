"use client";
import { Button } from "@/components/ui/button";
import { EmptyScreen } from "@/components/ui/empty-state";
import { desk } from "@/lib/text/desk";

/** Where not even the frame of the desk could be made, such as without a database. */
export default function Fault() {
  const { title, sentence, action } = desk.fault;
  return (
    <EmptyScreen title={title} action={<Button onClick={() => window.location.reload()}>{action}</Button>}>
      {sentence}
    </EmptyScreen>
  );
}
