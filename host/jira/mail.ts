/** A mail that `POST /issue/{id}/notify` would have sent. */
export interface Mail {
  /** Epoch ms. */
  readonly at: number;
  readonly issueKey: string;
  /** Account ids. */
  readonly to: readonly string[];
  readonly subject: string;
  readonly textBody: string;
  readonly htmlBody: string;
}
