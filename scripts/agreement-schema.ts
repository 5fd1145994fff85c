import { agreementJsonSchema } from '../src/agreement/agreement-json-schema';

// Printed so that it can be kept beside a document: npm run --silent schema > docs/agreement.schema.json
process.stdout.write(`${JSON.stringify(agreementJsonSchema(), null, 2)}\n`);
