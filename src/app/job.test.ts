import { refreshJobs } from './job';

describe('Refresh jobs', () => {
  it('carry up to twenty issues each', () => {
    const issues = Array.from({ length: 45 }, (_, index) => ({ issueId: String(index) }));
    const jobs = refreshJobs(issues, 3000);
    expect(jobs.map(({ job }) => (job.kind === 'refresh' ? job.issues.length : 0))).toEqual([20, 20, 5]);
    expect(jobs.every(({ delayMs }) => delayMs === 3000)).toBe(true);
    expect(jobs.flatMap(({ job }) => (job.kind === 'refresh' ? job.issues : []))).toEqual(issues);
  });
});
