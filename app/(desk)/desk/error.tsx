"use client";

import { EmptyPage } from "@/components/desk-shell/empty-page";
import { DenseButton } from "@/components/ui/dense-button";
import { desk } from "@/lib/text/desk";

export default function Fault({ reset }: { reset: () => void }) {
  return (
    <EmptyPage title={desk.fault.title} sentence={desk.fault.sentence}>
      <DenseButton onClick={reset}>{desk.fault.action}</DenseButton>
    </EmptyPage>
  );
}
