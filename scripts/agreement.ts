import { writeFileSync } from 'node:fs';
import { agreementHtml } from '../src/agreement/agreement-html';
import { instantWords } from '../src/agreement/date-words';
import { agreementText } from '../src/agreement/agreement-text';
import type { Fault } from '../src/contract';
import { checkAgreement, type Check, type Placed } from './agreement/check-agreement';
import { readOptions, USAGE, UsageError, type AgreementOptions } from './agreement/options';
import { plainText } from './agreement/plain-text';
import { readFile } from './agreement/read-file';

/** Exit codes: 0 may be proposed, 1 faults or errors of the linter, 2 a command line or a file that cannot be used. */
function main(options: AgreementOptions): void {
  const check = checkAgreement(readFile(options.file), options.site, options.approval);
  const blocked = check.findings.some(({ severity }) => severity === 'error');
  if (check.document === null || blocked) process.exitCode = 1;
  if (options.command === 'check') {
    console.log(options.json ? JSON.stringify(jsonOf(check, options), null, 2) : reportOf(check, options));
    return;
  }
  if (check.document === null) {
    console.error(reportOf(check, options));
    return;
  }
  const text = agreementText(check.document, { approval: options.approval });
  const written =
    options.command === 'print'
      ? agreementHtml(text, [], { siteUrl: null, sayInstant: (at) => instantWords(at, 'UTC') })
      : plainText(text);
  if (options.out === null) process.stdout.write(written);
  else writeFileSync(options.out, written);
}

function jsonOf({ document, faults, findings, unchecked }: Check, { file }: AgreementOptions): object {
  return { file, valid: document !== null, faults, findings, unchecked };
}

function reportOf({ document, faults, findings, unchecked }: Check, { file }: AgreementOptions): string {
  const lines = faults.map((fault) => lineOf(fault, file, ''));
  if (document === null) lines.push('', `${counted(faults.length, 'fault')}.`);
  for (const finding of findings) {
    lines.push(lineOf(finding, file, `${finding.severity} (${finding.rule}): `));
    if (finding.counterExample !== null) lines.push(`  For instance: ${finding.counterExample}`);
  }
  if (document !== null) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const found = `${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')}`;
    const verdict = errors === 0 ? 'is a valid agreement' : 'can be read, but not be proposed';
    lines.push(`${file}: "${document.name}", version ${document.version}, ${verdict}: ${found}.`);
  }
  if (unchecked.length > 0) lines.push(`Not checked, for want of --site: ${unchecked.join(', ')}.`);
  return lines.join('\n');
}

function lineOf({ path, message, remedy, line, column }: Placed<Fault>, file: string, kind: string): string {
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const sentence = /[.!?][”"]?$/.test(message) ? message : `${message}.`;
  return `${place}: ${kind}${path === '' ? '' : `${path}: `}${sentence} ${remedy}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

try {
  main(readOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
