import type { EntityProperty } from '../local-jira-api';
import type { IndexedIssue } from '../search-index';
import { numberField } from './custom-fields';
import { JqlFault } from './jql-fault';
import type { Asking, Scalar, SearchField } from './search-field';
import { dateField, textField, userField } from './system-fields';

type Declared = EntityProperty['values'][number];

/** Values at `a.b` of a property; lists on the way stand for each of their elements. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  const [step, ...rest] = path;
  if (step === undefined) return value === null || value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Record<string, unknown>)[step], rest);
}

/** A declared path of an issue property. Values of another type than declared are not indexed. */
function propertyField(name: string, propertyKey: string, declared: Declared, asking: Asking): SearchField {
  const path = declared.path.split('.');
  const all = (issue: IndexedIssue): readonly unknown[] => valuesAt(issue.properties[propertyKey], path);
  const strings = (issue: IndexedIssue): readonly string[] =>
    all(issue).filter((value): value is string => typeof value === 'string');
  switch (declared.type) {
    case 'number':
      return numberField(name, (issue) =>
        all(issue).filter((value): value is number => typeof value === 'number'),
      );
    case 'date': {
      // Jira indexes ISO 8601 texts only; a number of milliseconds is no date to it.
      const instants = (issue: IndexedIssue): number | undefined =>
        strings(issue)
          .filter((text) => /^\d{4}-\d{2}-\d{2}/.test(text))
          .map((text) => Date.parse(text))
          .find((at) => Number.isFinite(at));
      return dateField(name, asking, instants);
    }
    case 'user':
      return userField(name, asking, strings);
    case 'text':
      return textField(name, strings);
    case 'string':
      return { name, read: strings, resolve: (text): readonly Scalar[] => [text] };
  }
}

/** A property by its alias; undefined = no such alias. */
export function aliasField(name: string, asking: Asking): SearchField | undefined {
  const lower = name.toLowerCase();
  for (const property of asking.world.entityProperties) {
    for (const declared of property.values) {
      if (declared.searchAlias?.toLowerCase() === lower) {
        return propertyField(name, property.propertyKey, declared, asking);
      }
    }
  }
  return undefined;
}

/** `issue.property[key].path`. Throws `JqlFault` for a path that no module declares. */
export function pathField(key: string, path: string, asking: Asking): SearchField {
  const bare = path.replace(/^\./, '');
  const property = asking.world.entityProperties.find((one) => one.propertyKey === key);
  const declared = property?.values.find((value) => value.path === bare);
  if (!declared) {
    throw new JqlFault(
      `Field 'issue.property[${key}].${bare}' does not exist or you do not have permission to view it.`,
    );
  }
  return propertyField(`issue.property[${key}].${bare}`, key, declared, asking);
}
