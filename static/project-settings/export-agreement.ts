import type { Failure } from '../../src/contract';
import { call } from '../ui/call';
import { download } from '../ui/download';
import { flag } from '../ui/flag';

const mediaType = (fileName: string): string =>
  fileName.endsWith('.json')
    ? 'application/json'
    : fileName.endsWith('.html')
      ? 'text/html'
      : 'application/yaml';

function refused(what: string, { message }: Failure): void {
  flag(`${what} could not be downloaded`, { type: 'error', description: message });
}

/** Downloads a version as it was signed, byte for byte. */
export async function exportVersion(agreementId: string, version: number): Promise<void> {
  const result = await call('exportAgreement', { agreementId, version });
  if (!result.ok) return refused(`Version ${version}`, result);
  download(result.value.fileName, result.value.text, mediaType(result.value.fileName));
}

/** Downloads the draft as it was written, byte for byte. */
export async function exportDraft(agreementId: string): Promise<void> {
  const result = await call('exportDraft', { agreementId });
  if (!result.ok) return refused('The draft', result);
  download(result.value.fileName, result.value.text, mediaType(result.value.fileName));
}

/** Downloads the agreement in plain language, as a page ready to print. */
export async function exportPage(agreementId: string, version: number | undefined): Promise<void> {
  const result = await call('printAgreement', { agreementId, ...(version === undefined ? {} : { version }) });
  if (!result.ok) return refused('The page', result);
  download(result.value.fileName, result.value.text, mediaType(result.value.fileName));
}
