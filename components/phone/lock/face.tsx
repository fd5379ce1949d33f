/** The letters of a person's name in a circle; there are no pictures of anybody. */
export function Face({ name }: { readonly name: string }) {
  const letters = name.split(" ").slice(-2).map((word) => word[0]).join("");
  return (
    <span aria-hidden className="grid size-14 flex-none place-items-center rounded-full bg-brand text-head font-bold text-on-brand">
      {letters}
    </span>
  );
}
