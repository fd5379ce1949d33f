import type { Metadata } from "next";
import { ResultsScreen } from "@/components/results/results-screen";
import { resultsText } from "@/lib/text/results";

export const metadata: Metadata = { title: resultsText.title };

export default function ResultsPage() {
  return <ResultsScreen />;
}
