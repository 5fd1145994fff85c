export function readApp(folder: string): {
  readonly folder: string;
  readonly manifest: Readonly<Record<string, unknown>>;
};
