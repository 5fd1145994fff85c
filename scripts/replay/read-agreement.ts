import { readFileSync } from 'node:fs';
import { parseAgreement, type ParsedAgreement } from '../../src/agreement/parse-agreement';
import type { Names } from '../../src/agreement/names';
import { builtInNames, type JiraNames } from '../../src/jira/jql/jira-names';
import { predicateFromJql } from '../../src/jira/jql/predicate-from-jql';
import type { Mapping } from '../event-log/mapping';
import { LogError } from '../event-log/log-error';

/** Reads an agreement document whose rules speak of the log's fields. Throws `LogError` with every fault. */
export function readAgreement(file: string, mapping: Mapping): Extract<ParsedAgreement, { ok: true }> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new LogError(`Cannot read the agreement ${file}: ${(cause as NodeJS.ErrnoException).code}.`, {
      cause,
    });
  }
  const parsed = parseAgreement(text, namesOf(mapping));
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map((f) => `  ${f.path || 'the document'}: ${f.message} ${f.remedy}`);
  throw new LogError(`${file} is not an agreement that can be used:\n${faults.join('\n')}`);
}

/** Jira's own fields and the log's; values are free text. */
function namesOf(mapping: Mapping): Names {
  const known = new Set(builtInNames.fields.map((f) => f.id));
  const own = Object.keys(mapping.fields)
    .filter((id) => !known.has(id))
    .map((id) => ({
      id,
      name: id,
      clauseNames: [],
      schema: { type: 'string', items: 'string', custom: SELECT },
    }));
  const names: JiraNames = { ...builtInNames, fields: [...builtInNames.fields, ...own] };
  return {
    parseJql: (jql) => predicateFromJql(jql, names),
    fieldId: (name) =>
      names.fields.find((f) => f.id === name || f.name.toLowerCase() === name.toLowerCase())?.id,
  };
}

/** Values of a log's own columns are compared whole, as a select field's are. */
const SELECT = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
