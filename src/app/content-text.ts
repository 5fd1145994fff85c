import { editText } from '../agreement/edit-text';
import type { DraftContent } from '../contract/draft';

/** What is to be stored: named values are written into the text there is, so that its comments stay. */
export function contentText(text: string, content: DraftContent): string {
  return 'text' in content ? content.text : editText(text, content.document);
}
