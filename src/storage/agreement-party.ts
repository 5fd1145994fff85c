import { text } from './column';
import { placeholders, select, write } from './statement';

/** Whom an agreement binds, so that the portal finds it. */
export interface AgreementParty {
  /** See `accountParty` and `organizationParty`. */
  readonly partyKey: string;
  readonly projectId: string;
  readonly agreementId: string;
  readonly side: 'provider' | 'customer';
}

export function accountParty(accountId: string): string {
  return `account:${accountId}`;
}

export function organizationParty(organizationId: string): string {
  return `organization:${organizationId}`;
}

const ROWS_PER_STATEMENT = 100;

/** Agreements that bind any of the parties, in any project. */
export async function agreementsOfParties(partyKeys: readonly string[]): Promise<readonly AgreementParty[]> {
  const found: AgreementParty[] = [];
  for (let first = 0; first < partyKeys.length; first += ROWS_PER_STATEMENT) {
    const chunk = partyKeys.slice(first, first + ROWS_PER_STATEMENT);
    const rows = await select(
      `SELECT party_key, project_id, agreement_id, side FROM agreement_party
        WHERE party_key IN ${placeholders(1, chunk.length)} ORDER BY project_id, agreement_id, party_key, side`,
      chunk,
    );
    found.push(
      ...rows.map((row) => ({
        partyKey: text(row, 'party_key'),
        projectId: text(row, 'project_id'),
        agreementId: text(row, 'agreement_id'),
        side: text(row, 'side') as AgreementParty['side'],
      })),
    );
  }
  return found;
}

/** Writes down who is bound now; whoever is not named any more is forgotten. May be repeated. */
export async function saveParties(
  projectId: string,
  agreementId: string,
  parties: readonly Pick<AgreementParty, 'partyKey' | 'side'>[],
): Promise<void> {
  const rows = await select(
    `SELECT party_key, side FROM agreement_party WHERE project_id = ? AND agreement_id = ?`,
    [projectId, agreementId],
  );
  const keyOf = (partyKey: string, side: string) => `${side} ${partyKey}`;
  const named = new Map(parties.map((party) => [keyOf(party.partyKey, party.side), party]));
  const stored = new Set(rows.map((row) => keyOf(text(row, 'party_key'), text(row, 'side'))));
  const missing = [...named].filter(([key]) => !stored.has(key)).map(([, party]) => party);
  for (let first = 0; first < missing.length; first += ROWS_PER_STATEMENT) {
    const chunk = missing.slice(first, first + ROWS_PER_STATEMENT);
    await write(
      `INSERT INTO agreement_party (party_key, project_id, agreement_id, side)
       VALUES ${placeholders(chunk.length, 4)} ON DUPLICATE KEY UPDATE side = VALUES(side)`,
      chunk.flatMap(({ partyKey, side }) => [partyKey, projectId, agreementId, side]),
    );
  }
  for (const row of rows) {
    const [partyKey, side] = [text(row, 'party_key'), text(row, 'side')];
    if (named.has(keyOf(partyKey, side))) continue;
    await write(
      `DELETE FROM agreement_party WHERE party_key = ? AND project_id = ? AND agreement_id = ? AND side = ?`,
      [partyKey, projectId, agreementId, side],
    );
  }
}
