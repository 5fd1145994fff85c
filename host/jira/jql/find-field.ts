import type { Field } from '@atlaskit/jql-ast';
import { customField, dayField } from './custom-fields';
import { JqlFault } from './jql-fault';
import { aliasField, pathField } from './property-fields';
import type { Asking, SearchField } from './search-field';
import { systemFields } from './system-fields';

/** Finds fields of a query by clause name, id, `cf[...]`, property path or alias. Throws `JqlFault`. */
export function fieldFinder(asking: Asking): (field: Field) => SearchField {
  const systems = systemFields(asking);
  const { catalog } = asking.world;
  return (field) => {
    const name = field.value;
    const lower = name.toLowerCase();
    const property = field.properties?.[0];
    if (property) {
      if (lower !== 'issue.property')
        throw new JqlFault(`Field '${name}' has no properties that can be searched.`);
      return pathField(
        property.key?.value ?? '',
        (property.path ?? []).map((part) => part.value).join(''),
        asking,
      );
    }
    const system = systems.get(lower);
    if (system) return system;
    if (lower === 'due' || lower === 'duedate') return dayField('due', 'duedate', asking);
    const id = /^cf\[(\d+)\]$/.exec(lower)?.[1];
    const custom = id === undefined ? catalog.find(name) : catalog.get(`customfield_${id}`);
    if (custom?.custom) return customField(custom, asking);
    const alias = aliasField(name, asking);
    if (alias) return alias;
    throw new JqlFault(`Field '${name}' does not exist or you do not have permission to view it.`);
  };
}
