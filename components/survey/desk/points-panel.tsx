"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DenseButton, denseButtonClass } from "@/components/ui/dense-button";
import { Dialog } from "@/components/ui/dialog";
import { TableHead } from "@/components/ui/table-head";
import { TablePanel } from "@/components/ui/table-panel";
import { sendChange } from "@/lib/protocol/send-change";
import { SurveyPointAnswer, type SurveyPointChange } from "@/lib/protocol/survey-points";
import type { PlaceResults, SurveyPointRow, SurveyResults } from "@/lib/protocol/survey-results";
import { deskSurvey } from "@/lib/text/desk-survey";
import { formatDay } from "@/lib/text/moment";
import { sheetHref } from "./survey-href";

type Retiring = { readonly code: string; readonly place: string };

/** The codes of the places: print one, retire one, make one for a place that has none. */
export function PointsPanel({ places, withoutPoint }: Pick<SurveyResults, "places" | "withoutPoint">) {
  const router = useRouter();
  const [retiring, setRetiring] = useState<Retiring>();
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState<{ readonly done: boolean; readonly sentence: string }>();
  const change = async (wanted: SurveyPointChange, sentence: string) => {
    setBusy(true);
    const sent = await sendChange((url, init) => fetch(url, init), "/api/survey-points", wanted, SurveyPointAnswer);
    setBusy(false);
    setRetiring(undefined);
    setSays(sent.ok ? { done: true, sentence } : { done: false, sentence: deskSurvey.notDone });
    if (sent.ok) router.refresh();
  };
  return (
    <>
      <TablePanel
        title={deskSurvey.points}
        aside={
          <p role={says?.done === false ? "alert" : "status"} className={`desk-dense ${says?.done === false ? "text-warn" : "text-ok"}`}>
            {says?.sentence}
          </p>
        }
        className="survey-table"
        below={
          <NewPoint
            withoutPoint={withoutPoint} nothing={places.length > 0 ? deskSurvey.allHavePoints : deskSurvey.noPlaces} busy={busy}
            onOpen={({ id, name }) => void change({ action: "open", placeId: id }, deskSurvey.opened(name))}
          />
        }
      >
        {places.length > 0 && (
          <>
            <TableHead columns={[deskSurvey.columns.place, deskSurvey.code, deskSurvey.unit, deskSurvey.state, deskSurvey.actions]} />
            <tbody>
              {places.flatMap((place) => place.points.map((point) => (
                <PointRow key={point.code} place={place} point={point} onRetire={setRetiring} />
              )))}
            </tbody>
          </>
        )}
      </TablePanel>
      <Dialog
        title={deskSurvey.retireTitle(retiring?.place ?? "")}
        open={retiring !== undefined}
        onClose={() => setRetiring(undefined)}
        actions={
          <>
            <DenseButton onClick={() => setRetiring(undefined)}>{deskSurvey.keep}</DenseButton>
            <DenseButton look="bad" disabled={busy} onClick={() => retiring && void change({ action: "retire", code: retiring.code }, deskSurvey.retired(retiring.place))}>
              {deskSurvey.retire}
            </DenseButton>
          </>
        }
      >
        {deskSurvey.retireBody}
      </Dialog>
    </>
  );
}

function PointRow({ place, point, onRetire }: { readonly place: PlaceResults; readonly point: SurveyPointRow; readonly onRetire: (retiring: Retiring) => void }) {
  return (
    <tr>
      <th scope="row" className="row-name">{place.name}</th>
      <td>{point.code}</td>
      <td>{point.unitName}</td>
      <td>{point.retiredOn ? deskSurvey.retiredOn(formatDay(`${point.retiredOn}T00:00:00+07:00`)) : deskSurvey.inUse}</td>
      <td className="whitespace-nowrap">
        {!point.retiredOn && (
          <>
            <Link prefetch={false} href={sheetHref(point.code)} className={denseButtonClass("bare")}>{deskSurvey.print}</Link>
            <DenseButton look="bare" onClick={() => onRetire({ code: point.code, place: place.name })}>{deskSurvey.retire}</DenseButton>
          </>
        )}
      </td>
    </tr>
  );
}

type NewPointProps = { readonly nothing: string; readonly busy: boolean; readonly onOpen: (place: { readonly id: string; readonly name: string }) => void } & Pick<SurveyResults, "withoutPoint">;

function NewPoint({ withoutPoint, nothing, busy, onOpen }: NewPointProps) {
  const [chosen, setChosen] = useState("");
  const place = withoutPoint.find(({ id }) => id === chosen);
  if (withoutPoint.length === 0) return <p className="desk-dense panel-note">{nothing}</p>;
  return (
    <form
      className="survey-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (place) onOpen(place);
      }}
    >
      <label>
        {deskSurvey.newPoint}
        <select value={chosen} onChange={(event) => setChosen(event.target.value)} required>
          <option value="">{deskSurvey.choosePlace}</option>
          {withoutPoint.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <DenseButton type="submit" look="main" disabled={busy || !place}>{deskSurvey.open}</DenseButton>
    </form>
  );
}
