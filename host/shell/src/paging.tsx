import { IconButton } from '@atlaskit/button/new';
import ChevronLeftIcon from '@atlaskit/icon/core/chevron-left';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import type { IssuePage } from '../api';

/** Which part of the list is shown, and the way to the next one. */
export function Paging({ page, onPage }: { page: IssuePage; onPage: (page: number) => void }) {
  const pages = Math.ceil(page.total / page.pageSize);
  const first = (page.page - 1) * page.pageSize + 1;
  return (
    <nav className="paging" aria-label="Pages">
      <IconButton
        icon={ChevronLeftIcon}
        label="Previous page"
        appearance="subtle"
        isDisabled={page.page === 1}
        onClick={() => onPage(page.page - 1)}
      />
      <span>
        {first}–{first + page.rows.length - 1} of {page.total}
      </span>
      <IconButton
        icon={ChevronRightIcon}
        label="Next page"
        appearance="subtle"
        isDisabled={page.page === pages}
        onClick={() => onPage(page.page + 1)}
      />
    </nav>
  );
}
