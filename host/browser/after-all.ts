import './before-all';

/** Runs once after the browser tests. */
// eslint-disable-next-line import-x/no-default-export -- Jest asks for one.
export default function afterAllFiles(): void {
  globalThis.removeSeededSite?.();
}
