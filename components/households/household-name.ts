import { houseNumberOf } from "@/lib/domain/household/house-order";
import { areasText } from "@/lib/text/households";

type Named = { readonly head?: string | undefined; readonly address?: string | undefined };

/** What a household is called in a list: its head, else its door. */
export function nameOf({ head, address }: Named): string {
  return head ?? address ?? areasText.unnamed;
}

/** "số 44, Võ Đình Khải": what one looks for on the way. */
export function doorOf({ head, address }: Named): string {
  const number = address === undefined ? undefined : houseNumberOf(address);
  const door = number === undefined ? address : areasText.door(number);
  return [door, head].filter(Boolean).join(", ") || areasText.unnamed;
}
