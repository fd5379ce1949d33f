import { useId, type ReactNode } from "react";

type Props = {
  readonly title: string;
  /** Beside the title: a legend or a note. */
  readonly aside?: ReactNode;
  readonly className?: string;
  /** Between title and table: what shows the same as a picture. */
  readonly above?: ReactNode;
  /** The table's parts; without any there is no table. */
  readonly children: ReactNode;
  /** Said instead of the table, where it has no rows. */
  readonly none?: string | false;
  readonly below?: ReactNode;
};

/** A table of the desk under its title; a wide one scrolls by itself, also by keyboard. */
export function TablePanel({ title, aside, className = "", above, children, none, below }: Props) {
  const id = useId();
  return (
    <section className="desk-panel">
      <header className="panel-head">
        <h2 id={id} className="desk-head">{title}</h2>
        {aside}
      </header>
      {above}
      {none ? <p className="panel-note desk-body">{none}</p> : children && (
        <div className="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
          <table className={`desk-table ${className}`}>{children}</table>
        </div>
      )}
      {below}
    </section>
  );
}
