import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { Blank } from '../ui/blank';
import { Loading } from '../ui/loading';
import { viewerPlace, type Place } from '../ui/place';
import { PlaceContext } from '../ui/place-context';
import { GadgetEdit } from './edit/gadget-edit';
import { gadgetContext, type GadgetContext } from './gadget-context';
import { GadgetFrame } from './gadget-frame';
import { kindWord } from './kind-word';

interface Opened {
  readonly place: Place;
  /** null = the module is none of these gadgets. */
  readonly gadget: GadgetContext | null;
}

/** A gadget of a dashboard: what it shows, or what it is set to show. */
export function App() {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    view.getContext().then(
      (context) =>
        setOpened({ place: viewerPlace(context.locale, context.timezone), gadget: gadgetContext(context) }),
      () => setOpened({ place: viewerPlace(undefined, undefined), gadget: null }),
    );
  }, []);
  if (!opened) {
    return (
      <main aria-busy="true">
        <Loading label="Loading service levels" pieces={1} />
      </main>
    );
  }
  const { place, gadget } = opened;
  return (
    <PlaceContext.Provider value={place}>
      {/* Two gadgets of one kind are told apart by what they are about. */}
      <main aria-labelledby={gadget === null ? undefined : 'gadget-kind gadget-title gadget-days'}>
        {gadget !== null && (
          <span id="gadget-kind" hidden>
            {kindWord(gadget.kind)}
          </span>
        )}
        {gadget === null ? (
          <Blank title="This cannot be shown" level={1} alert>
            The dashboard asks for a gadget that this version of Accord does not have.
          </Blank>
        ) : gadget.editing ? (
          <GadgetEdit gadget={gadget} />
        ) : (
          <GadgetFrame gadget={gadget} />
        )}
      </main>
    </PlaceContext.Provider>
  );
}
