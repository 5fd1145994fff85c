interface Props {
  readonly label: string;
  /** What it belongs to, for those who hear it out of its place. */
  readonly hint?: string;
  readonly on: boolean;
  readonly strong?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, told by place and mark, not by colour alone. */
export function Switch({ label, hint, on, strong = false, onChange }: Props) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        className="visually-hidden"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
      <svg className="switch-track" width="32" height="16" aria-hidden="true" focusable="false">
        <rect width="32" height="16" rx="8" />
        <circle cx={on ? 24 : 8} cy="8" r="6" />
        {on ? <path d="M6 8l2.5 2.5L13 6" /> : <path d="M20 5.5l5 5m0-5l-5 5" />}
      </svg>
      <span className={strong ? 'strong' : undefined} dir="auto">
        {label}
        {hint && <span className="visually-hidden">{hint}</span>}
      </span>
    </label>
  );
}
