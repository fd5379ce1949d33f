import { dashboardTexts } from "@/lib/text/desk-dashboard";
import { formatCount } from "@/lib/text/moment";

const [column, gap, height] = [7, 2, 22];

type Props = {
  readonly name: string;
  /** One number for each month of the year so far; a fall is drawn as nothing. */
  readonly months: readonly number[];
  readonly provisional: boolean;
};

/** The months of one row on a scale of its own: what is compared is its course, not its size. */
export function SparkColumns({ name, months, provisional }: Props) {
  const largest = Math.max(...months, 0);
  const words = months.map((count, index) => dashboardTexts.sparkMonth(index + 1, formatCount(count))).join(", ");
  return (
    <svg role="img" aria-label={dashboardTexts.spark(name, words)} className="spark" width={months.length * (column + gap) - gap} height={height}>
      {months.map((count, index) => {
        const size = largest > 0 && count > 0 ? Math.max(1.5, (height * count) / largest) : 0;
        const isLast = index === months.length - 1;
        const place = { x: index * (column + gap), y: height - size, width: column, height: size };
        return (
          <g key={index}>
            <rect className={isLast ? "spark-last" : "spark-month"} {...place} rx="1.5" />
            {isLast && provisional && <rect {...place} fill="url(#provisional)" />}
          </g>
        );
      })}
      <line className="spark-base" x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} />
    </svg>
  );
}
