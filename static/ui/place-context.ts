import { createContext, useContext } from 'react';
import { viewerPlace, type Place } from './place';

/** The viewer's place; the browser's own until Jira has said. */
export const PlaceContext = createContext<Place>(viewerPlace(undefined, undefined));

export const usePlace = (): Place => useContext(PlaceContext);
