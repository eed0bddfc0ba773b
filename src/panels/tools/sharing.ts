import { createContext, useContext } from 'react';

/** The ways in which an experiment leaves the page and comes back; what goes wrong becomes the store's notice. */
export interface Sharing {
  copyLink(withWeights: boolean): Promise<void>;
  saveExperiment(): Promise<void>;
  /** Whether the file held an experiment, which is then the present one. */
  openFile(file: File): Promise<boolean>;
  /** Opens a link, ours or the TensorFlow Playground's, or an experiment file's text. */
  openText(text: string): Promise<boolean>;
}

export const SharingContext = createContext<Sharing | null>(null);

export function useSharing(): Sharing {
  const sharing = useContext(SharingContext);
  if (sharing === null) throw new Error('Expected a SharingContext around this component, found none.');
  return sharing;
}
