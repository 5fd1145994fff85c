import type { Clock } from '../clock';
import type { LimitOptions } from './local-jira-api';

const HOUR = 3_600_000;
const DEFAULT_POINTS = 65_000;
const BURST_PER_SECOND: Readonly<Record<string, number>> = { GET: 100, POST: 100, PUT: 50, DELETE: 50 };
const BURST_OF: readonly (readonly [RegExp, number])[] = [
  [/^GET \/rest\/api\/3\/issue\/:id\/changelog$/, 200],
  [/^GET \/rest\/api\/3\/issue\/:id$/, 150],
  [/^GET \/rest\/api\/3\/user$/, 150],
  [/^POST \/rest\/api\/3\/search\/approximate-count$/, 150],
];
const PER_ISSUE: readonly (readonly [windowMs: number, writes: number])[] = [
  [2_000, 20],
  [30_000, 100],
];

export interface Stop {
  readonly reason: 'jira-quota-global-based' | 'jira-burst-based' | 'jira-per-issue-on-write';
  readonly limit: number;
  readonly retryAfterSeconds: number;
  /** Epoch ms. */
  readonly resetAt: number;
}

/**
 * Jira's three limits. The hourly points follow the movable clock; bursts and writes per issue are real time,
 * because they guard a machine and the app waits for them in real time.
 */
export class RateLimits {
  private hour = 0;
  private spent = 0;
  private readonly buckets = new Map<string, { tokens: number; at: number }>();
  private readonly writes = new Map<number, number[]>();
  private readonly pointsPerHour: number;
  private readonly realNow: () => number;

  constructor(
    private readonly clock: Clock,
    private readonly options: LimitOptions,
  ) {
    this.pointsPerHour = options.pointsPerHour ?? DEFAULT_POINTS;
    this.realNow = options.realNow ?? Date.now;
  }

  pointsSpent(): number {
    this.turn();
    return this.spent;
  }

  /** Headers of every answer that counts. */
  headers(): Record<string, string> {
    this.turn();
    const left = Math.max(this.pointsPerHour - this.spent, 0);
    const seconds = Math.ceil((this.hour + HOUR - this.clock.now()) / 1000);
    return {
      'X-RateLimit-Limit': String(this.pointsPerHour),
      'X-RateLimit-Remaining': String(left),
      'RateLimit-Policy': `"global-app-quota";q=${this.pointsPerHour};w=3600`,
      RateLimit: `"global-app-quota";r=${left};t=${seconds}`,
      ...(left < this.pointsPerHour * 0.2 ? { 'X-RateLimit-NearLimit': 'true' } : {}),
    };
  }

  /** Asks before the work is done; null = go on. `route` is `GET /rest/api/3/issue/:id`. */
  check(method: string, route: string, counted: boolean): Stop | null {
    this.turn();
    if (counted && this.spent >= this.pointsPerHour) {
      const resetAt = this.hour + HOUR;
      const retryAfterSeconds = Math.max(1, Math.ceil((resetAt - this.clock.now()) / 1000));
      return { reason: 'jira-quota-global-based', limit: this.pointsPerHour, retryAfterSeconds, resetAt };
    }
    if (this.options.bursts === false) return null;
    const key = `${method} ${route}`;
    const limit = BURST_OF.find(([pattern]) => pattern.test(key))?.[1] ?? BURST_PER_SECOND[method] ?? 100;
    const now = this.realNow();
    const bucket = this.buckets.get(key) ?? { tokens: limit, at: now };
    bucket.tokens = Math.min(limit, bucket.tokens + ((now - bucket.at) / 1000) * limit);
    bucket.at = now;
    this.buckets.set(key, bucket);
    if (bucket.tokens < 1) return this.soon('jira-burst-based', limit, 1);
    bucket.tokens -= 1;
    return null;
  }

  /** Asks before an issue is written. */
  checkWrite(issueId: number): Stop | null {
    if (this.options.bursts === false) return null;
    const now = this.realNow();
    const recent = (this.writes.get(issueId) ?? []).filter((at) => at > now - 30_000);
    for (const [windowMs, most] of PER_ISSUE) {
      const inside = recent.filter((at) => at > now - windowMs);
      const [first] = inside.slice(-most);
      if (inside.length < most || first === undefined) continue;
      return this.soon('jira-per-issue-on-write', most, Math.ceil((first + windowMs - now) / 1000));
    }
    recent.push(now);
    this.writes.set(issueId, recent);
    return null;
  }

  spend(points: number): void {
    this.turn();
    this.spent += points;
  }

  private soon(reason: Stop['reason'], limit: number, seconds: number): Stop {
    return {
      reason,
      limit,
      retryAfterSeconds: Math.max(1, seconds),
      resetAt: this.clock.now() + seconds * 1000,
    };
  }

  private turn(): void {
    const hour = Math.floor(this.clock.now() / HOUR) * HOUR;
    if (hour === this.hour) return;
    this.hour = hour;
    this.spent = 0;
  }
}
