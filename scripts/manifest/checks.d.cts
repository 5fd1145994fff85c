import type { readApp } from './read-app.cjs';

type App = ReturnType<typeof readApp>;

export interface Check {
  readonly name: string;
  readonly title: string;
  readonly run: () => string[] | Promise<string[]>;
}

export function checksOf(app: App, swagger: object, openApis: readonly object[] | null): readonly Check[];
