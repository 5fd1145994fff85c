import type { WriteStream } from 'node:tty';

const width = 24;

/** One line in the terminal that says what is being done and how far it is; only changes elsewhere. */
export class ProgressLine {
  private said = '';

  constructor(private readonly out: Pick<WriteStream, 'write' | 'isTTY'>) {}

  show(doing: string, share: number): void {
    if (this.out.isTTY) {
      const done = Math.round(share * width);
      this.out.write(`\r\x1b[K${'█'.repeat(done)}${'░'.repeat(width - done)} ${doing}`);
    } else if (doing !== this.said) this.out.write(`${doing} …\n`);
    this.said = doing;
  }

  clear(): void {
    if (this.out.isTTY && this.said !== '') this.out.write('\r\x1b[K');
  }
}
