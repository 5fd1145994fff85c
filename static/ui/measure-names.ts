interface Measured {
  readonly measures: readonly { readonly measureId: string; readonly name: string }[];
}

/** Names of the measures of some agreements, by id. */
export const measureNames = (agreements: readonly Measured[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    agreements.flatMap(({ measures }) => measures.map(({ measureId, name }) => [measureId, name])),
  );
