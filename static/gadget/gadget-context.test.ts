import { gadgetContext } from './gadget-context';

describe('the context of a gadget', () => {
  it('is read of a gadget and of a widget alike', () => {
    const kept = { projectId: '10000', measureId: 'time-to-resolution', period: '90d', refresh: 15 };
    expect(
      gadgetContext({
        moduleKey: 'gadget-trend',
        extension: { gadgetConfiguration: kept, dashboard: { id: '1' }, gadget: { id: '7' } },
      }),
    ).toEqual({ kind: 'trend', host: 'gadget', editing: false, configuration: kept, gadgetId: '7' });
    expect(
      gadgetContext({
        moduleKey: 'widget-at-risk',
        extension: { config: kept, context: { dashboardId: '1', widgetId: '7' }, entryPoint: 'edit' },
      }),
    ).toEqual({ kind: 'at-risk', host: 'widget', editing: true, configuration: kept, gadgetId: null });
  });

  it.each([[undefined], [null], [{}], ['a text']])('has no configuration when %j is kept', (kept) => {
    const extension = { gadgetConfiguration: kept, gadget: { id: 7 } };
    expect(gadgetContext({ moduleKey: 'gadget-attainment', extension })).toMatchObject({
      configuration: null,
      gadgetId: '7',
    });
  });

  it('leaves out what no edit view writes', () => {
    const gadgetConfiguration = { projectId: 10000, agreementId: '', period: 'for ever', grain: {}, refresh: -5, evil: 1 }; // prettier-ignore
    const read = gadgetContext({ moduleKey: 'gadget-providers', extension: { gadgetConfiguration } });
    expect(read?.configuration).toEqual({});
  });

  it.each(['issue-panel', 'gadget-', 'widget-else', undefined])('is none of the module %s', (moduleKey) => {
    expect(gadgetContext({ moduleKey, extension: {} })).toBeNull();
  });
});
