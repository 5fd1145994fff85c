import { MOST_BYTES, readAgreementFile } from './read-agreement-file';

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

describe('readAgreementFile', () => {
  it.each([
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61]],
    ['line ends of Windows', bytesOf('accord: 1\r\nid: a\r\n')],
    ['other scripts', bytesOf('name: חוזה 😀')],
  ])('keeps %s', async (_label, bytes) => {
    const reading = await readAgreementFile(new Blob([Uint8Array.from(bytes)]));
    expect(reading.ok && bytesOf(reading.text)).toEqual(bytes);
  });

  it('refuses what is not UTF-8', async () => {
    expect(await readAgreementFile(new Blob([Uint8Array.from([0x6e, 0xe4, 0x6d, 0x65])]))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('UTF-8'),
    });
  });

  it('takes as much as the app stores and names the limit beyond', async () => {
    expect((await readAgreementFile(new Blob(['a'.repeat(MOST_BYTES)]))).ok).toBe(true);
    expect(await readAgreementFile(new Blob(['a'.repeat(MOST_BYTES + 1)]))).toMatchObject({
      ok: false,
      problem: expect.stringContaining('240 KB'),
    });
  });
});
