/** Background tokens that `--ds-text-inverse` can be read on in both themes. */
const colors = ['blue', 'green', 'purple', 'teal', 'magenta', 'orange', 'gray'] as const;

/** A person's initials on a disc, the same colour wherever they appear; their name stands beside it. */
export function Face({ name, small = false }: { name: string; small?: boolean }) {
  const words = name.split(/\s+/).filter(Boolean);
  const initials = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const color = colors[sum % colors.length];
  return (
    <span
      className={small ? 'face small' : 'face'}
      style={{ background: `var(--ds-background-accent-${color}-bolder)` }}
      aria-hidden="true"
    >
      {initials}
    </span>
  );
}
