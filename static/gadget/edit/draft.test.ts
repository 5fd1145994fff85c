import type { GadgetChoices } from '../../../src/contract/gadget';
import { firstDraft, measuresOf, toKeep } from './draft';

const response = { id: 'response', name: 'Response' };
const resolution = { id: 'resolution', name: 'Resolution' };
const its = {
  id: '1',
  key: 'ITS',
  name: 'IT',
  agreements: [
    { id: 'acme', name: 'Acme', measures: [response, resolution] },
    { id: 'basic', name: 'Basic', measures: [resolution] },
  ],
};
const hr = { id: '2', key: 'HR', name: 'HR', agreements: [{ id: 'hr', name: 'HR', measures: [resolution] }] };
const choices: GadgetChoices = { projects: [its, hr], comparable: [resolution] };

describe('the form of a gadget', () => {
  it('begins with what was kept, as far as it can still be chosen', () => {
    const kept = {
      projectId: '1',
      agreementId: 'gone',
      measureId: 'response',
      period: '7d',
      refresh: 5,
    } as const;
    expect(firstDraft('attainment', kept, choices)).toEqual({
      projectId: '1',
      agreementId: '',
      measureId: 'response',
      period: '7d',
      grain: 'week',
      refresh: 5,
    });
  });

  it('chooses a project by itself only where there is one', () => {
    expect(firstDraft('at-risk', null, choices).projectId).toBe('');
    expect(firstDraft('at-risk', null, { ...choices, projects: [hr] }).projectId).toBe('2');
  });

  it('compares providers on a measure from the beginning', () => {
    expect(firstDraft('providers', null, choices).measureId).toBe('resolution');
  });

  it('offers each measure once', () => {
    expect(measuresOf(its, '').map(({ id }) => id)).toEqual(['response', 'resolution']);
    expect(measuresOf(its, 'basic').map(({ id }) => id)).toEqual(['resolution']);
    expect(measuresOf(undefined, '')).toEqual([]);
  });

  it('keeps only what its kind looks at, and no refresh that never comes', () => {
    const draft = { projectId: '1', agreementId: 'acme', measureId: 'response', period: '30d', grain: 'month', refresh: 0 } as const; // prettier-ignore
    expect(toKeep('attainment', draft)).toEqual({ projectId: '1', agreementId: 'acme', measureId: 'response', period: '30d' }); // prettier-ignore
    expect(toKeep('at-risk', { ...draft, refresh: 5 })).toEqual({ projectId: '1', agreementId: 'acme', measureId: 'response', refresh: 5 }); // prettier-ignore
    expect(toKeep('trend', { ...draft, agreementId: '', measureId: '' })).toEqual({ projectId: '1', period: '30d', grain: 'month' }); // prettier-ignore
    expect(toKeep('providers', draft)).toEqual({ measureId: 'response', period: '30d' });
  });

  it('is not finished without what it is about', () => {
    const draft = firstDraft('trend', null, choices);
    expect(toKeep('trend', draft)).toBeNull();
    expect(toKeep('providers', { ...draft, measureId: '' })).toBeNull();
  });
});
