import { useId } from 'react';
import type { AgreementText, TextBlock } from '../../src/contract/agreement';
import { PeriodChart } from './chart/period-chart';
import { Notice } from './notice';
import { SiteLink } from './ticket-link';

interface Props {
  readonly text: AgreementText;
  /** Level of the title's heading; sections are one below. */
  readonly level?: 1 | 2 | 3;
  /** The id of the title, where the screen has it already; sections are below `level` all the same. */
  readonly titledBy?: string;
}

/** An agreement in plain language, as people read, print and sign it. */
export function AgreementReading({ text, level = 2, titledBy }: Props) {
  const id = useId();
  const Title = `h${level}` as const;
  const Section = `h${level + 1}` as 'h2' | 'h3' | 'h4';
  return (
    <article className="reading" aria-labelledby={titledBy ?? id}>
      <header>
        {titledBy === undefined && (
          <Title id={id} dir="auto">
            {text.title}
          </Title>
        )}
        <p className="subtle" dir="auto">
          {text.subtitle}
        </p>
      </header>
      {text.notices.map((notice) => (
        <Notice key={notice} tone="information">
          {notice}
        </Notice>
      ))}
      {text.sections.map(({ id: section, heading, blocks }) => (
        <section key={section} aria-labelledby={`${id}-${section}`}>
          <Section id={`${id}-${section}`}>{heading}</Section>
          {blocks.map((block, i) => (
            <Block key={i} block={block} level={level + 2} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Block({ block, level }: { readonly block: TextBlock; readonly level: number }) {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{block.text}</p>;
    case 'heading': {
      const Heading = `h${level}` as 'h3' | 'h4' | 'h5';
      return <Heading dir="auto">{block.text}</Heading>;
    }
    case 'list':
      return (
        <ul>
          {block.items.map((item, i) => (
            <li key={i} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        // Wide ones scroll by themselves, by keyboard too.
        <div className="wide" role="region" aria-label={block.caption} tabIndex={0}>
          <table className="cards" role="table">
            <caption>{block.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                {block.head.map((cell, i) => (
                  <th key={i} role="columnheader" scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {block.rows.map((row, i) => (
                <tr key={i} role="row">
                  {row.map((cell, j) => (
                    <td
                      key={j}
                      role="cell"
                      className={j === 0 ? 'card-head' : undefined}
                      data-label={block.head[j]}
                      dir="auto"
                    >
                      {typeof cell === 'string' ? cell : <SiteLink path={cell.path}>{cell.text}</SiteLink>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'trend':
      return <PeriodChart trend={block} />;
  }
}
