import { IconButton } from '../../controls/IconButton';
import { later } from '../../controls/later';
import { useActions, useSelect } from '../../store/context';
import { useSharing } from './sharing';

const OpenDialog = later(async () => (await import('./OpenDialog')).OpenDialog);

export function CopyLinkButton() {
  const { copyLink } = useSharing();
  return <IconButton label="Copy link" icon="link" onClick={() => void copyLink(false)} />;
}

/** The further ways out of the page and back. */
export function SharingButtons() {
  const { copyLink, saveExperiment } = useSharing();
  const { setView } = useActions();
  const opening = useSelect((state) => state.view.opening);
  return (
    <>
      <IconButton label="Copy link with weights" icon="link-weights" onClick={() => void copyLink(true)} />
      <IconButton label="Save experiment" icon="save" onClick={() => void saveExperiment()} />
      <IconButton label="Open experiment" icon="open" onClick={() => setView({ opening: true })} />
      {opening && <OpenDialog onClose={() => setView({ opening: false })} />}
    </>
  );
}
