import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import StatusErrorIcon from '@atlaskit/icon/core/status-error';
import StatusInformationIcon from '@atlaskit/icon/core/status-information';
import StatusSuccessIcon from '@atlaskit/icon/core/status-success';
import StatusWarningIcon from '@atlaskit/icon/core/status-warning';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { FlagRequest } from '../../bridge/bridge-commands';

export interface Flags {
  readonly show: (flag: FlagRequest) => void;
  readonly close: (id: string) => void;
}

const Context = createContext<Flags>({ show: () => undefined, close: () => undefined });

/** Messages in the corner, from the shell and from the apps in its frames. */
export function FlagProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly FlagRequest[]>([]);
  const close = useCallback((id: string) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const show = useCallback(
    (flag: FlagRequest) => setShown((all) => [flag, ...all.filter((one) => one.id !== flag.id)]),
    [],
  );
  const flags = useMemo(() => ({ show, close }), [show, close]);
  return (
    <Context.Provider value={flags}>
      {children}
      {/* A landmark of its own: flags stand outside the content. */}
      <section aria-label="Messages">
        <FlagGroup shouldRenderToParent onDismissed={(id) => close(String(id))}>
          {shown.map((flag) => {
            const Kind = flag.isAutoDismiss ? AutoDismissFlag : Flag;
            return (
              <Kind
                key={flag.id}
                id={flag.id}
                icon={icons[flag.type ?? 'info']}
                title={flag.title ?? ''}
                description={flag.description}
                actions={(flag.actions ?? []).map(({ text, onClick }) => ({ content: text, onClick }))}
              />
            );
          })}
        </FlagGroup>
      </section>
    </Context.Provider>
  );
}

export function useFlags(): Flags {
  return useContext(Context);
}

const icons = {
  info: <StatusInformationIcon label="Information" color="var(--ds-icon-information)" />,
  success: <StatusSuccessIcon label="Success" color="var(--ds-icon-success)" />,
  warning: <StatusWarningIcon label="Warning" color="var(--ds-icon-warning)" />,
  error: <StatusErrorIcon label="Error" color="var(--ds-icon-danger)" />,
};
