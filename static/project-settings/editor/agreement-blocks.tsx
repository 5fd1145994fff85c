import type { AgreementText, TextBlock } from '../../../src/contract/agreement';

/** An agreement in plain language. */
export function AgreementBlocks({ text }: { readonly text: AgreementText }) {
  return (
    <div className="reading">
      <p>
        <strong>{text.title}</strong>
      </p>
      <p className="subtle">{text.subtitle}</p>
      {text.notices.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
      {text.sections.map((section) => (
        <section key={section.id}>
          <h2>{section.heading}</h2>
          {section.blocks.map((block, index) => (
            <Block key={index} block={block} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: TextBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'list':
      return (
        <ul className="bullets">
          {block.items.map((item, index) => (
            <li key={index}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <div className="table-frame" tabIndex={0} role="region" aria-label={block.caption}>
          <table className="differences">
            <caption>{block.caption}</caption>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}
