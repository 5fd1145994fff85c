/** Processor time of what runs within it, in ms; one thing at a time. */
export class Meter {
  ms = 0;

  async of<T>(work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      this.ms += (user + system) / 1000;
    }
  }
}
