interface Props {
  /** What loads, for those who hear it: "Loading agreements". */
  readonly label: string;
  /** Pieces drawn meanwhile, at about the size of what comes. */
  readonly pieces?: number;
}

/** Stands in for what is being loaded. */
export function Loading({ label, pieces = 2 }: Props) {
  return (
    <div className="loading">
      <p role="status" className="visually-hidden">
        {label}
      </p>
      {Array.from({ length: pieces }, (_, i) => (
        <div className="skeleton" key={i} aria-hidden="true">
          <span className="skeleton-title" />
          <span className="skeleton-figure" />
          <span className="skeleton-bar" />
          <span className="skeleton-line" />
          <span className="skeleton-line skeleton-short" />
        </div>
      ))}
    </div>
  );
}
