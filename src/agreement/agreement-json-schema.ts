import { z } from 'zod';
import { agreementSchema } from './document';

/** JSON Schema (draft 7, which editors of YAML and JSON know) of an agreement as a person writes it. */
export function agreementJsonSchema(): object {
  return z.toJSONSchema(agreementSchema, { io: 'input', target: 'draft-7' });
}
