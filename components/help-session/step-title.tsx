/** The one question of a step; takes the focus when the step opens. */
export function StepTitle({ children }: { readonly children: string }) {
  return (
    <h2 tabIndex={-1} data-question className="text-title outline-none">
      {children}
    </h2>
  );
}
