import { timeZone } from '../engine/time-zone';
import { nearest } from './nearest';
import { read, refuse, type Reading } from './problem';

/**
 * Checks the name of an IANA zone. Offsets (`+02:00`) and abbreviations (`EST`) are refused: they do not
 * know summer time, so the same hours would move by an hour twice a year.
 */
export function readZone(text: string): Reading<string> {
  const remedy = 'Write an IANA name of region and city, such as Europe/London, or UTC.';
  const named = text === 'UTC' || /^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(text);
  if (named && isKnown(text)) return read(text);
  if (/^([A-Z]{2,4}|(UTC|GMT)?[+-]\d{1,2}(:?\d{2})?)$/.test(text)) {
    return refuse(`"${text}" is an offset or an abbreviation, which has no summer time`, remedy);
  }
  const city = text.replaceAll(' ', '_');
  const zones = Intl.supportedValuesOf('timeZone');
  const meant =
    zones.find((zone) => zone.toLowerCase().endsWith(`/${city.toLowerCase()}`)) ?? nearest(city, zones);
  return refuse(`"${text}" is not a time zone`, meant ? `Did you mean ${meant}? ${remedy}` : remedy);
}

function isKnown(zone: string): boolean {
  try {
    return timeZone(zone).name === zone;
  } catch {
    return false;
  }
}
