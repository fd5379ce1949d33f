"use client";
import { UserRoundPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { BackButton } from "@/components/phone/back-button";
import { FilterChips } from "@/components/phone/filter-chips";
import { SearchBox } from "@/components/phone/search-box";
import { Button } from "@/components/ui/button";
import { EmptyScreen, EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Dock, TopBar } from "@/components/ui/top-bar";
import { indexHouseholds, searchHouseholds } from "@/lib/domain/household/search";
import type { AreaPack, PackHousehold } from "@/lib/phone/areas/pack-on-phone";
import type { Phone } from "@/lib/phone/phone";
import type { BriefedCampaign } from "@/lib/protocol/briefing";
import { appShell } from "@/lib/text/app-shell";
import { areasText } from "@/lib/text/households";
import { formatCount } from "@/lib/text/moment";
import { newHouseholdHref, visitHref } from "./addresses";
import { BegunVisits } from "./begun-visits";
import { BlockList } from "./block-list";
import { progressIn, type Hamlet } from "./campaigns";
import { filterHouseholds, type FilteredHouseholds, type HamletFilter } from "./hamlet-filter";
import { HouseholdRow } from "./household-row";
import { keepNewHousehold } from "./load-visit";
import { PackStatus } from "./pack-status";
import { placeIn, rememberPlace } from "./place-memory";
import { ProgressBar } from "./progress-bar";
import { SavedNote } from "./saved-note";
import { useAreaPack } from "./use-area-pack";
import { useListPlace } from "./use-list-place";

type Props = { readonly phone: Phone; readonly campaign: BriefedCampaign; readonly hamlet: Hamlet };

/** The doors of one hamlet by house number; whoever is not among them is searched for before being added. */
export function HamletScreen({ phone, campaign, hamlet }: Props) {
  const pack = useAreaPack(phone, campaign.id);
  if (pack === null) {
    const { title, action } = areasText.unreadable;
    return <EmptyScreen title={title} action={<LinkButton href="/areas">{action}</LinkButton>} />;
  }
  return (
    <div className="mx-auto flex min-h-dvh max-w-xl flex-col">
      <TopBar title={hamlet.name} back={<BackButton label={appShell.back} fallback="/areas" />} />
      {pack ? <Doors phone={phone} campaign={campaign} hamlet={hamlet} pack={pack} /> : <main className="min-h-dvh" aria-busy="true" />}
    </div>
  );
}

const nobody: readonly PackHousehold[] = [];

function Doors({ phone, campaign, hamlet, pack }: Props & { readonly pack: AreaPack }) {
  const router = useRouter();
  const [before] = useState(() => placeIn(campaign.id, hamlet.id));
  const [filter, setFilter] = useState<HamletFilter>(before?.filter ?? "left");
  const [search, setSearch] = useState(before?.search ?? "");
  const [searchFirst, setSearchFirst] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const households = pack.areas.get(hamlet.id) ?? nobody;
  const doors = useMemo(() => filterHouseholds(households, campaign.from), [households, campaign.from]);
  const wanted = useDeferredValue(search.trim());
  const [focused, setFocused] = useState(false);
  // Made when somebody is about to type: the first letter does not wait for it.
  const isSearching = focused || wanted !== "";
  const index = useMemo(() => (isSearching ? indexHouseholds(households) : undefined), [households, isSearching]);
  const found = useMemo(() => (index && wanted !== "" ? searchHouseholds(index, wanted) : undefined), [index, wanted]);
  const shown = found ?? doors[filter];
  const startAt = useListPlace(before, shown, households);

  const row = useCallback(
    (household: PackHousehold) => <HouseholdRow key={household.id} household={household} href={visitHref(campaign.id, household.id)} since={campaign.from} />,
    [campaign],
  );
  /** Here for all rows, so that none is drawn again while somebody types. */
  const leave = (event: React.MouseEvent) => {
    const opened = (event.target as Element).closest<HTMLElement>("[data-household]");
    const household = opened?.dataset.household;
    if (opened && household) rememberPlace(campaign.id, hamlet.id, { filter, search, household, top: opened.getBoundingClientRect().top });
  };
  const add = async () => {
    if (search.trim() === "") {
      setSearchFirst(true);
      return field.current?.focus();
    }
    rememberPlace(campaign.id, hamlet.id, { filter, search: "", top: 0 });
    const id = await keepNewHousehold(phone, campaign, hamlet, search);
    router.push(newHouseholdHref(campaign.id, hamlet.id, id));
  };

  return (
    <>
      <main className="grid grid-cols-1 gap-3 px-4 pt-1 pb-8">
        <SavedNote />
        {pack.isHere ? <HowFar pack={pack} campaign={campaign} hamlet={hamlet} known={households.length} /> : <PackStatus phone={phone} campaign={campaign} />}
        <SearchBox ref={field} label={areasText.search} value={search} onType={setSearch} onFocus={() => setFocused(true)} />
        {!found && <FilterChips label={areasText.filterLegend} names={filterNames(doors)} chosen={filter} onChoose={setFilter} />}
        <p role="status" className="text-small text-ink-2 empty:hidden">
          {found ? areasText.found(found.length) : searchFirst ? areasText.searchFirst : null}
        </p>
        {!found && <BegunVisits phone={phone} campaign={campaign} hamlet={hamlet} households={households} />}
        {!found && shown.length === 0 && households.length > 0 && <EmptyState title={areasText.emptyFilter[filter]} />}
        <div onClick={leave} className="empty:hidden">
          {found && found.length > 0 && <BlockList key={wanted} label={hamlet.name} items={found} startAt={0} row={row} />}
          {/* Stays while somebody searches: drawing thousands of doors again takes longer than finding one. */}
          {doors[filter].length > 0 && (
            <div hidden={found !== undefined}>
              <BlockList key={filter} label={hamlet.name} items={doors[filter]} startAt={startAt} row={row} />
            </div>
          )}
        </div>
      </main>
      <Dock>
        <Button look="second" icon={UserRoundPlus} className="flex-1" onClick={() => void add()}>
          {areasText.addHousehold}
        </Button>
      </Dock>
    </>
  );
}

function HowFar({ pack, campaign, hamlet, known }: Pick<Props, "campaign" | "hamlet"> & { readonly pack: AreaPack; readonly known: number }) {
  const { done, total, left, comeBack } = progressIn(pack, campaign, hamlet);
  return (
    <div className="text-small text-ink-2">
      <p className="flex items-center gap-3">
        <ProgressBar done={done} total={total} />
        {areasText.doneOf(formatCount(done), formatCount(total))}
      </p>
      <p>{left === 0 ? areasText.allDone : areasText.left(formatCount(left), comeBack)}</p>
      {known < hamlet.householdCount && <p>{areasText.unlisted(formatCount(hamlet.householdCount - known))}</p>}
    </div>
  );
}

function filterNames({ left, comeBack, done }: FilteredHouseholds): Record<HamletFilter, string> {
  const nameOf = (filter: HamletFilter, { length }: readonly PackHousehold[]) => areasText.filterCount(areasText.filters[filter], formatCount(length));
  return { left: nameOf("left", left), comeBack: nameOf("comeBack", comeBack), done: nameOf("done", done) };
}
