import type { GadgetConfiguration } from '../../../src/contract/gadget';

/**
 * The edit side of `dashboards:widget`, as `@forge/dashboards-bridge` asks the bridge for it. That package
 * brings a second, older `@forge/bridge` with it: so its one command is
 * called here.
 */
interface EditApi {
  updateConfig(configuration: GadgetConfiguration): unknown;
  onProductSave(callback: () => Promise<GadgetConfiguration | null>): unknown;
}

interface Bridged {
  readonly __bridge?: { callBridge(command: string): Promise<unknown> };
}

/** Outside a dashboard's edit view there is none, and nothing happens. */
async function withApi(work: (api: EditApi) => unknown): Promise<void> {
  try {
    const api = await (globalThis as Bridged).__bridge?.callBridge('getWidgetEditApi');
    if (api) await work(api as EditApi);
  } catch (error) {
    console.error('The dashboard has no edit view for this widget', error);
  }
}

export const widgetEdit = {
  /** What the form says now. */
  updateConfig: (configuration: GadgetConfiguration): void =>
    void withApi((api) => api.updateConfig(configuration)),

  /** `answer` is asked when the dashboard saves: what it keeps, or null to keep nothing. */
  onProductSave: (answer: () => GadgetConfiguration | null): void =>
    void withApi((api) => api.onProductSave(() => Promise.resolve(answer()))),
};
