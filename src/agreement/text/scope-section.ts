import type { TextSection } from '../../contract/agreement';
import { conditionText } from '../condition-text';
import type { AgreementDocument } from '../document';
import { paragraph } from './block';

/** Which tickets the agreement is for. */
export function scopeSection({ scope }: AgreementDocument): TextSection {
  const text =
    scope === undefined
      ? 'The agreement is for every ticket of the project.'
      : `The agreement is for tickets on which ${conditionText(scope)}.`;
  return { id: 'scope', heading: 'Scope', blocks: [paragraph(text)] };
}
