import { z } from 'zod';
import { jqlWords } from '../../src/agreement/jql-words';
import type { LintSite } from '../../src/agreement/lint/lint-site';
import type { Names } from '../../src/agreement/names';
import type { Approval } from '../../src/contract/agreement';
import { fieldIdOf } from '../../src/jira/jql/find-field';
import { builtInNames, type FieldName, type JiraNames } from '../../src/jira/jql/jira-names';
import { predicateFromJql } from '../../src/jira/jql/predicate-from-jql';
import { UsageError } from './options';
import { readFile } from './read-file';

const item = z.looseObject({ id: z.coerce.string(), name: z.string() });
const items = z.array(item).nullish();

/** Each list as Jira's REST answers it; a list that is missing is not checked. */
const siteSchema = z.object({
  fields: z
    .array(
      item.extend({
        clauseNames: z.array(z.string()).default([]),
        schema: z
          .looseObject({
            type: z.string(),
            items: z.string().optional(),
            system: z.string().optional(),
            custom: z.string().optional(),
          })
          .nullish(),
      }),
    )
    .nullish(),
  statuses: z.array(item.extend({ statusCategory: z.looseObject({ key: z.string() }).optional() })).nullish(),
  priorities: items,
  resolutions: items,
  projects: z.array(item.extend({ key: z.string() })).nullish(),
  issueTypes: items,
  requestTypes: items,
  organizations: items,
});

export interface CheckedNames {
  readonly names: Names;
  /** The same for the linter, after the names were asked for. */
  readonly lintSite: (approval: Approval) => LintSite;
  /** What the names in a document were not checked against, in words; filled while they are asked for. */
  readonly unchecked: () => readonly string[];
}

/** Names of a site as a file tells them; without a file every name is taken. Throws `UsageError`. */
export function siteNames(file: string | null): CheckedNames {
  const site = file === null ? {} : readSite(file);
  const known: JiraNames = {
    fields: site.fields?.map((field) => ({ ...field, schema: field.schema ?? null })) ?? builtInNames.fields,
    statuses: site.statuses?.map((status) => ({ ...status, category: categoryOf(status) })) ?? null,
    priorities: site.priorities ?? null,
    resolutions: site.resolutions ?? null,
    projects: site.projects ?? null,
    issueTypes: site.issueTypes ?? null,
    requestTypes: site.requestTypes ?? null,
  };
  const assumed = new Map<string, FieldName>();
  const assume = (name: string, operator: string, value: string): void => {
    if (site.fields || fieldIdOf(name, known) !== undefined || assumed.has(name.toLowerCase())) return;
    assumed.set(name.toLowerCase(), { id: name, name, clauseNames: [], schema: schemaFor(operator, value) });
  };
  const all = (): JiraNames => ({ ...known, fields: [...known.fields, ...assumed.values()] });
  return {
    names: {
      parseJql: (jql) => {
        for (const [name, operator, value] of fieldsIn(jql)) assume(name, operator, value);
        return predicateFromJql(jql, all());
      },
      fieldId: (name) => {
        assume(name, '=', '');
        return fieldIdOf(name, all());
      },
      ...(site.organizations ? { organizations: site.organizations } : {}),
    },
    lintSite: (approval) => lintSite(all(), approval),
    unchecked: () => [
      ...(['statuses', 'priorities', 'resolutions', 'issueTypes', 'requestTypes', 'organizations'] as const)
        .filter((list) => !site[list])
        .map((list) => `names of ${LISTS[list]}`),
      ...[...assumed.values()].map(({ name }) => `the field "${name}"`),
    ],
  };
}

/** Neither the project nor its other agreements are known here; of its statuses only those of the whole site. */
function lintSite(names: JiraNames, approval: Approval): LintSite {
  const lists: Readonly<Record<string, JiraNames['priorities']>> = {
    status: names.statuses,
    priority: names.priorities,
    resolution: names.resolutions,
    issuetype: names.issueTypes,
    project: names.projects,
  };
  const fieldOf = (id: string) => names.fields.find((field) => field.id === id);
  return {
    projectId: null,
    workflowStatuses: null,
    approval,
    others: [],
    fieldName: (id) => fieldOf(id)?.name ?? id,
    valueName: (field, id) => lists[field]?.find((each) => each.id === id)?.name ?? null,
    isMultiple: (id) => fieldOf(id)?.schema?.type === 'array',
  };
}

const LISTS = {
  statuses: 'statuses',
  priorities: 'priorities',
  resolutions: 'resolutions',
  issueTypes: 'issue types',
  requestTypes: 'request types',
  organizations: 'organizations',
} as const;

type Site = z.output<typeof siteSchema>;

function readSite(file: string): Site {
  try {
    return siteSchema.parse(JSON.parse(readFile(file)));
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new UsageError(`${file} does not tell the names of a site: ${why}`, { cause });
  }
}

function categoryOf(status: { readonly statusCategory?: { readonly key: string } }) {
  const key = status.statusCategory?.key;
  return key === 'new' || key === 'indeterminate' || key === 'done' ? key : 'undefined';
}

/** Words that stand before an operator, with the operator and the first value. */
function fieldsIn(jql: string): readonly (readonly [string, string, string])[] {
  const words = jqlWords(jql) ?? [];
  return words.flatMap(({ text, quoted }, index) => {
    const next = words[index + 1];
    if (next === undefined || next.quoted || !/^([=<>~]|!=|<=|>=|!~|in|not|is)$/i.test(next.text)) return [];
    if (!quoted && /^(and|or|not|[=<>~(),])$/i.test(text)) return [];
    return [[text, next.text, words[index + 2]?.text ?? ''] as const];
  });
}

/** A field of the kind that can be asked this. */
function schemaFor(operator: string, value: string): FieldName['schema'] {
  const custom = 'unknown';
  if (operator.includes('~')) return { type: 'string', custom };
  if (!/[<>]/.test(operator)) return { type: 'option', custom };
  return { type: /^-?\d+(\.\d+)?$/.test(value) ? 'number' : 'datetime', custom };
}
