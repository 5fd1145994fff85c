/** A Jira field id: `status`, `priority`, `customfield_10010` ... always the id, never the display name. */
export type FieldId = string;

/**
 * One element of a field's value, as Jira logs it: the machine value (`id`: status id, account id,
 * option id, ISO date, number as text) and the text people saw at that time.
 */
export interface FieldItem {
  readonly id: string | null;
  readonly text: string | null;
}

/** A field's value: no item = not set; single-valued fields have one item. */
export type FieldValue = readonly FieldItem[];

export const NOT_SET: FieldValue = [];
