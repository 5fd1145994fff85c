import type { TextBlock, TextSection } from '../../contract/agreement';
import type { AgreementDocument } from '../document';
import { heading, list, paragraph } from './block';
import { nameOfMeasure } from './names-of';

/** What each party must do. */
export function responsibilitiesSection(document: AgreementDocument): TextSection {
  const { responsibilities, parties } = document;
  const blocks = (['provider', 'customer'] as const).flatMap((side): readonly TextBlock[] => {
    const own = responsibilities.filter(({ of }) => of === side);
    if (own.length === 0) return [];
    const items = own.map(({ text, measure }) =>
      measure === undefined ? text : `${text} (measured by ${nameOfMeasure(document, measure)})`,
    );
    return [heading(`${parties[side].name}, the ${side}`), ...list(items)];
  });
  return {
    id: 'responsibilities',
    heading: 'Responsibilities',
    blocks: blocks.length === 0 ? [paragraph('No responsibilities have been written down.')] : blocks,
  };
}
