import type { RefusalWords } from '../ui/refused';

/** How a tab says that its figures are not to be had. */
export const figureRefusal: RefusalWords = {
  notFound: {
    title: 'There is nothing by that name here',
    text: 'The agreement or measure of the address is not in this project. Clear the filters.',
  },
  forbidden: {
    title: 'You can’t see the figures of this project',
    text: 'Ask a project admin for access to the project.',
  },
  failed: 'The figures could not be loaded',
};
