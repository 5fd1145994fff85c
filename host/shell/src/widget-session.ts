import type { WidgetEdit } from '../../bridge/bridge-commands';

type Callback<Name extends keyof WidgetEdit> = Parameters<WidgetEdit[Name]>[0];

/** One edit of a widget: what the app wants to be saved, and whom to tell. */
export class WidgetSession {
  private configuration: unknown;
  private productSave: Callback<'onProductSave'> | null = null;
  private onSave: Callback<'onSave'> | null = null;
  private onError: Callback<'onSaveError'> | null = null;

  constructor(configuration: unknown) {
    this.configuration = configuration;
  }

  readonly api: WidgetEdit = {
    updateConfig: (configuration) => void (this.configuration = configuration),
    onProductSave: (callback) => void (this.productSave = callback),
    onSave: (callback) => void (this.onSave = callback),
    onSaveError: (callback) => void (this.onError = callback),
  };

  /** What the dashboard keeps; null = nothing: without an app that says what, nothing is saved. */
  async toSave(): Promise<unknown> {
    return (await this.productSave?.(this.configuration)) ?? null;
  }

  saved(configuration: unknown, widgetId: string): void {
    void this.onSave?.(configuration, widgetId);
  }

  failed(message: string): void {
    void this.onError?.({ message });
  }
}
