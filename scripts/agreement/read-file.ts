import { readFileSync } from 'node:fs';
import { UsageError } from './options';

/** The text of a file. Throws `UsageError` where there is none. */
export function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`Cannot read ${file}: ${(cause as NodeJS.ErrnoException).code}.`, { cause });
  }
}
