import type { Fault } from '../contract';
import { pathText, type Path } from './path-text';

/** Collects faults of one part of a document. */
export class FaultList {
  private readonly faults: Fault[] = [];

  add(path: Path, message: string, remedy: string): void {
    this.faults.push({ path: pathText(path), message, remedy });
  }

  all(): readonly Fault[] {
    return this.faults;
  }
}
