import { writeFileSync } from 'node:fs';
import { agreementHtml } from '../src/agreement/agreement-html';
import { agreementText } from '../src/agreement/agreement-text';
import { checkAgreement, type Check } from './agreement/check-agreement';
import { readOptions, USAGE, UsageError, type AgreementOptions } from './agreement/options';
import { plainText } from './agreement/plain-text';
import { readFile } from './agreement/read-file';

/** Exit codes: 0 valid, 1 faults, 2 a command line or a file that cannot be used. */
function main(options: AgreementOptions): void {
  const check = checkAgreement(readFile(options.file), options.site);
  if (check.document === null) process.exitCode = 1;
  if (options.command === 'check') {
    console.log(options.json ? JSON.stringify(jsonOf(check, options), null, 2) : reportOf(check, options));
    return;
  }
  if (check.document === null) {
    console.error(reportOf(check, options));
    return;
  }
  const text = agreementText(check.document, { approval: options.approval });
  const written = options.command === 'print' ? agreementHtml(text, []) : plainText(text);
  if (options.out === null) process.stdout.write(written);
  else writeFileSync(options.out, written);
}

function jsonOf({ document, faults, unchecked }: Check, { file }: AgreementOptions): object {
  return { file, valid: document !== null, faults, unchecked };
}

function reportOf({ document, faults, unchecked }: Check, { file }: AgreementOptions): string {
  const lines = faults.map(({ path, message, remedy, line, column }) => {
    const place = line === undefined ? file : `${file}:${line}:${column}`;
    return `${place}: ${path === '' ? '' : `${path}: `}${message}. ${remedy}`.replace('.. ', '. ');
  });
  if (document === null) lines.push('', `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`);
  else lines.push(`${file}: "${document.name}", version ${document.version}, is a valid agreement.`);
  if (unchecked.length > 0) lines.push(`Not checked, for want of --site: ${unchecked.join(', ')}.`);
  return lines.join('\n');
}

try {
  main(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
