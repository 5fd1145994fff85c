import type { AgreementChoice } from '../ui/exclusion-form';

interface Named {
  readonly id?: unknown;
  readonly name?: unknown;
}

/** The calendars of a signed document; none where it cannot be read. */
export async function readCalendars(document: string): Promise<AgreementChoice['calendars']> {
  // Fetched when it is needed: few who come here propose anything.
  const { parse } = await import('yaml');
  try {
    const { calendars } = parse(document) as { calendars?: unknown };
    return (Array.isArray(calendars) ? (calendars as readonly Named[]) : []).flatMap(({ id, name }) =>
      typeof id === 'string' && typeof name === 'string' ? [{ calendarId: id, name }] : [],
    );
  } catch {
    return [];
  }
}
