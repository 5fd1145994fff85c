/** A refusal of the key-value store; its JSON is `{code, message}`. */
export class KvsFault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
