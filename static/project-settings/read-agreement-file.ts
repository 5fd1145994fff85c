/** As much as the app stores of one text. */
export const MOST_BYTES = 245_760;

type FileReading =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

/** Reads a file as UTF-8 without changing a byte, its byte order mark included. */
export async function readAgreementFile(file: Blob): Promise<FileReading> {
  if (file.size > MOST_BYTES) {
    return {
      ok: false,
      problem: `The file has ${Math.ceil(file.size / 1024)} KB; at most 240 KB (245,760 bytes) can be imported.`,
    };
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return { ok: true, text: decoder.decode(await file.arrayBuffer()) };
  } catch {
    return { ok: false, problem: 'The file is no text in UTF-8. Save it as UTF-8 and choose it again.' };
  }
}
