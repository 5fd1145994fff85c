/** A file that cannot be used as a log, a mapping or an agreement at all. The message says what to do. */
export class LogError extends Error {}
