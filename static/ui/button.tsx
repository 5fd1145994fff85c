import { forwardRef, type ButtonHTMLAttributes } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'default' | 'primary' | 'subtle' | 'danger';
}

/** A plain button in Atlassian's looks; Atlaskit's own weighs a third of the panel's budget. */
export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { look = 'default', className = '', ...rest },
  ref,
) {
  return <button ref={ref} type="button" className={`button button-${look} ${className}`} {...rest} />;
});
