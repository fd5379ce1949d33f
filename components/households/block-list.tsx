"use client";
import { memo, useEffect, useRef, useState, type ReactNode } from "react";

type Props<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  /** Near which item to begin; the blocks around it are there at once. */
  readonly startAt: number;
  readonly row: (item: Item) => ReactNode;
};

/** Rows drawn together. A cheap phone draws a few dozen between two frames. */
const blockSize = 12;
/** Height of a row that was never drawn, in rem: most have two lines. */
const guessedRow = 4.75;
/** How far outside the screen blocks are drawn. */
const margin = "600px 0px";

/** A list of thousands that scrolls like one of dozens: blocks far from the screen are empty boxes of their height. */
export function BlockList<Item>({ label, items, startAt, row }: Props<Item>) {
  const count = Math.ceil(items.length / blockSize);
  const first = Math.floor(startAt / blockSize);
  return (
    <ul aria-label={label} className="rounded-card bg-surface shadow-raised ring-1 ring-line/60 sunlight:ring-2 sunlight:ring-ink">
      {Array.from({ length: count }, (_, index) => (
        <Block key={index} items={items} from={index * blockSize} isFirstDrawn={Math.abs(index - first) <= 1} row={row} />
      ))}
    </ul>
  );
}

type BlockProps<Item> = Pick<Props<Item>, "items" | "row"> & { readonly from: number; readonly isFirstDrawn: boolean };

const Block = memo(function Block<Item>({ items, from, isFirstDrawn, row }: BlockProps<Item>) {
  const element = useRef<HTMLLIElement>(null);
  const [isNear, setNear] = useState(isFirstDrawn);
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const block = element.current;
    if (!block) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return;
        // A list that is hidden has no height: it keeps what it drew.
        if (entry.boundingClientRect.height === 0) return;
        if (!entry.isIntersecting && block.childElementCount > 0) setHeight(block.offsetHeight);
        setNear(entry.isIntersecting);
      },
      { rootMargin: margin },
    );
    observer.observe(block);
    return () => observer.disconnect();
  }, []);
  const ofBlock = items.slice(from, from + blockSize);
  return (
    <li ref={element} className="block border-t border-line first:border-t-0" style={isNear ? undefined : { height: height ?? `${guessedRow * ofBlock.length}rem` }}>
      {isNear && (
        <ul>{ofBlock.map(row)}</ul>
      )}
    </li>
  );
}) as <Item>(props: BlockProps<Item>) => ReactNode;
