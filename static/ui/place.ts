/** Where and how somebody reads a clock: BCP 47 locale and IANA zone. */
export interface Place {
  readonly locale: string;
  readonly timeZone: string;
}

const canRead = (locale: string | undefined, timeZone: string | undefined): boolean => {
  try {
    new Intl.DateTimeFormat(locale, { timeZone });
    return true;
  } catch {
    return false;
  }
};

/**
 * The viewer's place from Jira's context; what Jira does not say, or says in a form the browser does not
 * know, is taken from the browser.
 */
export function viewerPlace(locale: string | undefined, timeZone: string | undefined): Place {
  const own = new Intl.DateTimeFormat().resolvedOptions();
  const tag = locale?.replace(/_/g, '-');
  return {
    locale: tag && canRead(tag, undefined) ? tag : own.locale,
    timeZone: timeZone && canRead(undefined, timeZone) ? timeZone : own.timeZone,
  };
}

/** The viewer's way of writing dates, on the clocks of another zone. */
export const placeIn = (place: Place, timeZone: string): Place => ({ ...place, timeZone });
