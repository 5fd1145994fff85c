import { FunctionChannel, type ChannelMessage } from './function-channel';

/** Two ends joined by structured clone, as `postMessage` joins a frame and its parent. */
function joined(answer: (name: string, data: unknown) => unknown): FunctionChannel {
  const frame: FunctionChannel = new FunctionChannel(
    (message) => queueMicrotask(() => parent.receive(structuredClone<ChannelMessage>(message))),
    () => undefined,
  );
  const parent: FunctionChannel = new FunctionChannel(
    (message) => queueMicrotask(() => frame.receive(structuredClone<ChannelMessage>(message))),
    answer,
  );
  return frame;
}

describe('calls across a frame border', () => {
  it('bring the answer back', async () => {
    const frame = joined((name, data) => ({ name, data }));
    expect(await frame.call('invoke', { payload: [1, { a: null }] })).toEqual({
      name: 'invoke',
      data: { payload: [1, { a: null }] },
    });
  });

  it('reject with the error of the other side', async () => {
    const frame = joined(() => {
      throw new TypeError('no such thing');
    });
    await expect(frame.call('invoke', {})).rejects.toMatchObject({
      name: 'TypeError',
      message: 'no such thing',
    });
  });

  it('reject when the data cannot be copied', async () => {
    const channel = new FunctionChannel(
      (message) => void structuredClone(message),
      () => undefined,
    );
    await expect(channel.call('invoke', { bad: Symbol('x') })).rejects.toThrow(/could not be cloned/);
  });

  it('keep functions where they are, in both directions', async () => {
    const heard: unknown[] = [];
    let emit: ((payload: unknown) => Promise<unknown>) | undefined;
    const frame = joined((_, data) => {
      emit = (data as { callback: typeof emit }).callback;
      return { unsubscribe: () => (emit = undefined) };
    });
    const subscription = (await frame.call('on', {
      event: 'x',
      callback: (payload: unknown) => {
        heard.push(payload);
        return heard.length;
      },
    })) as { unsubscribe: () => Promise<void> };
    expect(await emit?.('first')).toBe(1);
    expect(heard).toEqual(['first']);
    await subscription.unsubscribe();
    expect(emit).toBeUndefined();
  });

  it('leave other messages alone', () => {
    const channel = new FunctionChannel(
      () => undefined,
      () => undefined,
    );
    expect(channel.receive({ type: 'other' })).toBe(false);
    expect(channel.receive('text')).toBe(false);
    expect(channel.receive(null)).toBe(false);
  });
});
