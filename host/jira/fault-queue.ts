import type { Fault } from './local-jira-api';

/** Answers that tests ask for in advance. */
export class FaultQueue {
  private waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The first waiting fault for this request, used up by one. */
  take(method: string, path: string): Fault | null {
    const entry = this.waiting.find(({ fault }) => fits(fault.match, method, path));
    if (!entry) return null;
    entry.left -= 1;
    if (entry.left <= 0) this.waiting = this.waiting.filter((one) => one !== entry);
    return entry.fault;
  }
}

function fits(match: string | RegExp, method: string, path: string): boolean {
  if (typeof match !== 'string') return match.test(`${method} ${path}`);
  return match === path || match === `${method} ${path}`;
}
