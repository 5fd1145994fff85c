/** `2026-11-21T22:00` on the clocks of a zone, as an instant that says its offset: `2026-11-21T22:00+01:00`. */
export function writeLocalInstant(local: string, timeZone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return local;
  // The offset at the place looked for is that of a guess close to it; a second look settles the hours of a change.
  const guess = asUtc - offsetMs(asUtc, timeZone);
  const offset = offsetMs(guess, timeZone);
  return `${local}${offsetText(offset)}`;
}

/** The same instant on the clocks of a zone, for a `datetime-local` input; empty where it is none. */
export function readLocalInstant(text: string, timeZone: string): string {
  const at = /T\d{2}:\d{2}/.test(text) && /(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? '' : new Date(at + offsetMs(at, timeZone)).toISOString().slice(0, 16);
}

function offsetMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function offsetText(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  if (minutes === 0) return 'Z';
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return `${ms < 0 ? '-' : '+'}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
}
