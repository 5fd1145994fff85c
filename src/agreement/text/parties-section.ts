import type { TextBlock, TextSection } from '../../contract/agreement';
import type { AgreementDocument } from '../document';
import { heading, list, paragraph } from './block';

type Party = AgreementDocument['parties']['provider'];

/** Who promises, who is promised to, and who speaks for either. */
export function partiesSection({ parties }: AgreementDocument): TextSection {
  return {
    id: 'parties',
    heading: 'Parties',
    blocks: [...partyBlocks('Provider', parties.provider), ...partyBlocks('Customer', parties.customer)],
  };
}

function partyBlocks(side: string, party: Party): readonly TextBlock[] {
  const { name, timeZone, organizations, representatives } = party;
  const people = representatives.map(({ name: person, role, accountId }) => {
    const known = role === undefined ? person : `${person}, ${role}`;
    return accountId === undefined ? known : `${known} (may sign)`;
  });
  return [
    heading(`${side}: ${name}`),
    paragraph(`Times of this party are local to ${timeZone}.`),
    ...(organizations.length === 0
      ? []
      : [
          paragraph('Members of these organizations see the agreement:'),
          ...list(organizations.map((each) => each.name)),
        ]),
    paragraph(people.length === 0 ? 'No representative is named.' : 'Represented by:'),
    ...list(people),
  ];
}
