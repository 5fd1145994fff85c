import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

interface Document {
  readonly paths: Record<string, Record<string, { responses?: Record<string, { content?: Json }> }>>;
  readonly components: { readonly schemas: Json };
}

const FOLDER = join(__dirname, '..', '..', '..', 'shared', 'openapi');
const FILES = {
  platform: join(FOLDER, 'jira-platform.swagger-v3.v3.2025-12.json.gz'),
  desk: join(FOLDER, 'jsm-cloud.swagger.v3.2025-10.json.gz'),
};

/** Are Atlassian's OpenAPI documents at hand? */
export const haveOpenApi = Object.values(FILES).every((file) => existsSync(file));

/** One operation: the documented statuses, and a check of bodies. */
export interface Operation {
  readonly statuses: readonly string[];
  /** null = as the schema says (or no schema given for this status), else what is wrong. */
  fault(status: number, body: unknown): string | null;
}

/**
 * The documents call values strings that live sites send as null, and want colons in zone offsets, which Jira
 * never writes: both are let through here, everything else is checked.
 */
function loosen(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(loosen);
  if (typeof given !== 'object' || given === null) return given;
  const out: Json = {};
  for (const [key, value] of Object.entries(given)) {
    if (key === 'xml' || key === 'example' || key === 'nullable') continue;
    out[key] = key === 'type' && typeof value === 'string' ? [value, 'null'] : loosen(value);
  }
  return out;
}

export class OpenApi {
  private readonly documents: readonly {
    readonly document: Document;
    readonly ajv: Ajv;
    readonly id: string;
  }[];
  private readonly compiled = new Map<string, ValidateFunction>();

  constructor() {
    this.documents = Object.entries(FILES).map(([id, file]) => {
      const document = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Document;
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/);
      const loose = loosen(document.components) as { schemas: Json };
      // Live sites send epoch milliseconds in the bulk answer only; that one schema is made to say so.
      const bulk = loose.schemas.IssueChangeLog as { properties?: Json } | undefined;
      if (bulk?.properties) bulk.properties.changeHistories = bulkHistories(loose.schemas);
      ajv.addSchema({ $id: `${id}.json`, components: loose });
      return { document, ajv, id };
    });
  }

  /** `path` with `:name` variables. undefined = not in the documents. */
  operation(method: string, path: string): Operation | undefined {
    const shape = path.replace(/:\w+/g, '*');
    for (const { document, ajv, id } of this.documents) {
      const found = Object.entries(document.paths).find(([one]) => one.replace(/\{\w+\}/g, '*') === shape);
      const responses = found?.[1][method.toLowerCase()]?.responses;
      if (!responses) continue;
      return {
        statuses: Object.keys(responses),
        fault: (status, body) => {
          const content = responses[String(status)]?.content?.['application/json'] as
            { schema?: unknown } | undefined;
          if (!content?.schema) return null;
          const validate = this.compile(ajv, id, content.schema);
          if (validate(body)) return null;
          return (validate.errors ?? [])
            .map((error) => `${error.instancePath} ${error.message ?? ''} ${JSON.stringify(error.params)}`)
            .join('\n');
        },
      };
    }
    return undefined;
  }

  /** Checks a value against a named schema of the platform's document. null = fits. */
  fits(schema: string, value: unknown): string | null {
    const platform = this.documents.find(({ id }) => id === 'platform');
    if (!platform) return 'the platform document is missing';
    const validate = this.compile(platform.ajv, platform.id, { $ref: `#/components/schemas/${schema}` });
    return validate(value) ? null : JSON.stringify(validate.errors);
  }

  private compile(ajv: Ajv, id: string, schema: unknown): ValidateFunction {
    const text = JSON.stringify(loosen(schema)).replaceAll('#/components/', `${id}.json#/components/`);
    const known = this.compiled.get(text);
    if (known) return known;
    const validate = ajv.compile(JSON.parse(text) as Json);
    this.compiled.set(text, validate);
    return validate;
  }
}

function bulkHistories(schemas: Json): unknown {
  const history = schemas.Changelog as { properties: Json };
  const properties = { ...history.properties, created: { type: 'integer', minimum: 100_000_000_000 } };
  return { type: 'array', items: { ...history, properties } };
}
