import { readText } from '../agreement/read-text';

/** The text that is signed for an agreement to end. */
export function retirementText(agreementId: string, from: string): string {
  return `retire: ${agreementId}\nfrom: ${from}\n`;
}

/** Since when, as written; null = the text is no such text. */
export function retirementFrom(text: string): string | null {
  const reading = readText(text);
  const value = reading.ok ? (reading.value as { retire?: unknown; from?: unknown } | null) : null;
  return typeof value?.retire === 'string' && typeof value.from === 'string' ? value.from : null;
}
