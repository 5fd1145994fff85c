/** Stands in for the panel while it loads, at about its size. */
export function Loading() {
  return (
    <div className="loading">
      <p role="status" className="visually-hidden">
        Loading service levels
      </p>
      {[0, 1].map((i) => (
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
