import { seedSite } from './seeded-site';

/** Runs once before the browser tests. */
// eslint-disable-next-line import-x/no-default-export -- Jest asks for one.
export default async function beforeAllFiles(): Promise<void> {
  globalThis.removeSeededSite = await seedSite();
}

declare global {
  var removeSeededSite: (() => void) | undefined;
}
