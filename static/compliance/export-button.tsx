import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { download } from '../ui/download';
import { flag } from '../ui/flag';
import { readAllPages, type WholeList } from './read-all-pages';
import type { AskPage } from './use-pages';

interface Props<T> {
  readonly fileName: string;
  readonly ask: AskPage<T>;
  readonly toCsv: (list: WholeList<T>) => string;
}

/** Hands over a whole list as CSV: every page is fetched, and how far it is can be read; pressed again, it stops. */
export function ExportButton<T>({ fileName, ask, toCsv }: Props<T>) {
  const [rows, setRows] = useState<number | null>(null);
  const running = useRef(false);
  useEffect(() => () => void (running.current = false), []);
  const exported = async (): Promise<void> => {
    if (running.current) {
      running.current = false;
      return;
    }
    running.current = true;
    setRows(0);
    const all = await readAllPages(ask, (count) => {
      if (running.current) setRows(count);
      return running.current;
    });
    running.current = false;
    setRows(null);
    if (all === null) return;
    if ('ok' in all) return flag('The export failed', { type: 'error', description: all.message });
    download(fileName, toCsv(all), 'text/csv');
    if (all.hidden > 0)
      flag('Exported what you may see', {
        type: 'info',
        description: `Jira does not show you ${all.hidden} of the tickets; they are not in the file.`,
      });
  };
  return (
    <>
      <Button className="no-print" onClick={() => void exported()}>
        {rows === null ? 'Export CSV' : `Stop export (${rows.toLocaleString('en')} so far)`}
      </Button>
      <span role="status" className="visually-hidden">
        {rows === null ? '' : 'Exporting'}
      </span>
    </>
  );
}
