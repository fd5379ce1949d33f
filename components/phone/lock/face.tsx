/** The letters of a person's name in a circle; there are no pictures of anybody. */
export function Face({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  const letters = name.split(" ").slice(-2).map((word) => word[0]).join("");
  return (
    <span aria-hidden className={`grid flex-none place-items-center rounded-full bg-brand font-bold text-on-brand ${large ? "size-20 text-title" : "size-14 text-head"}`}>
      {letters}
    </span>
  );
}
