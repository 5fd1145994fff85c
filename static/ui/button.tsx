import type { ButtonHTMLAttributes } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'default' | 'primary' | 'subtle';
}

/** A plain button in Atlassian's looks; Atlaskit's own weighs a third of the panel's budget. */
export function Button({ look = 'default', className = '', ...rest }: Props) {
  return <button type="button" className={`button button-${look} ${className}`} {...rest} />;
}
