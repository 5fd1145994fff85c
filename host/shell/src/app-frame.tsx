import { useEffect, useId, useRef, useState } from 'react';
import { connectFrame } from '../../bridge/frame-bridge';
import type { FramePage } from '../../bridge/bridge-commands';
import { useClock } from './clock';
import { frameOrigin } from './frame-origin';
import { openFrameHistory } from './open-frame-history';
import { useTheme } from './theme';
import { Waiting } from './waiting';

/** As Forge's own frames. */
const sandbox =
  'allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock';

export type FramePageParts = Omit<FramePage, 'colorMode' | 'reload' | 'frameId' | 'openHistory'>;

interface AppFrameProps {
  /** On the frames' origin. */
  readonly path: string;
  readonly title: string;
  readonly page: FramePageParts;
  /** The address whose further parts are the frame's own; null = it has none. */
  readonly historyBase?: string | null;
}

/** One Custom UI page of the app, as high as its content. */
export function AppFrame({ path, title, page, historyBase = null }: AppFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const clock = useClock();
  const { colorMode } = useTheme();
  const frameId = useId();
  const [height, setHeight] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  // The frame lives longer than one drawing of the page around it.
  const latest = useRef({ page, colorMode });
  latest.current = { page, colorMode };
  const bridge = useRef<ReturnType<typeof connectFrame> | null>(null);
  const origin = frameOrigin(location);
  const { onReading, reading } = clock;

  useEffect(() => {
    if (!frame.current) return undefined;
    const history = historyBase === null ? null : openFrameHistory(historyBase);
    const around: FramePage = {
      frameId,
      colorMode: () => latest.current.colorMode,
      reload: () => setTurn((count) => count + 1),
      context: () => latest.current.page.context(),
      invoke: (call) => latest.current.page.invoke(call),
      showFlag: (flag) => latest.current.page.showFlag(flag),
      closeFlag: (id) => latest.current.page.closeFlag(id),
      go: (url, inNewTab) => latest.current.page.go(url, inNewTab),
      refresh: () => latest.current.page.refresh(),
      setTitle: (text) => latest.current.page.setTitle(text),
      openModal: (request) => latest.current.page.openModal(request),
      closeModal: (payload) => latest.current.page.closeModal(payload),
      onClose: (callback) => latest.current.page.onClose(callback),
      submit: (payload) => latest.current.page.submit(payload),
      widgetEdit: () => latest.current.page.widgetEdit(),
      openHistory: () => history?.view() ?? null,
      events: page.events,
    };
    const joined = connectFrame(frame.current, origin, around, {
      onHeight: setHeight,
      onLoaded: () => joined.tellClock(reading()),
    });
    bridge.current = joined;
    const stop = onReading(joined.tellClock);
    return () => {
      stop();
      history?.close();
      joined.disconnect();
      bridge.current = null;
    };
  }, [frameId, origin, onReading, reading, page.events, historyBase, turn]);
  useEffect(() => bridge.current?.tellTheme(colorMode), [colorMode]);

  return (
    <div className={historyBase === null ? 'app-frame' : 'app-frame page-frame'}>
      {height === null && <Waiting label={`Loading ${title}`} />}
      <iframe
        key={turn}
        ref={frame}
        title={title}
        src={`${origin}${path}`}
        sandbox={sandbox}
        style={{ height: height ?? 0, colorScheme: colorMode }}
      />
    </div>
  );
}
