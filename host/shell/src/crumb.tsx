import { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { go } from './route';

/** One step of a breadcrumb trail that loads nothing anew. */
export function Crumb({ href, text }: { href: string; text: string }) {
  return (
    <BreadcrumbsItem
      href={href}
      text={text}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(href);
      }}
    />
  );
}
