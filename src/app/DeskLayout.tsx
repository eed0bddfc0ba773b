import { NARROW, useMedia } from '../controls/useMedia';
import { LensDrawer } from '../lenses/LensDrawer';
import { NetworkPanel } from '../panels/network/NetworkPanel';
import { ZoomLines } from '../panels/network/ZoomLines';
import { Notices } from '../panels/notices/Notices';
import { OutputPanel } from '../panels/output/OutputPanel';
import { ProblemPanel } from '../panels/problem/ProblemPanel';
import { SpecificationLine } from '../panels/settings/SpecificationLine';
import { ShortcutsHelp } from '../panels/shortcuts/ShortcutsHelp';
import { HistoryButtons } from '../panels/tools/HistoryButtons';
import { CopyLinkButton, SharingButtons } from '../panels/tools/SharingButtons';
import { SpeedSelect, ThemeSelect, UpdatesPerSecond } from '../panels/transport/RunSettings';
import { Transport } from '../panels/transport/Transport';
import { figureOf } from '../panels/lectures/figureOf';
import { useSelect } from '../store/context';
import { Brand } from './Brand';
import { SkipButtons } from './SkipButtons';
import './DeskLayout.css';

/** Transport and specification over the panels a, b, c; the lens lies under a and b, so that c stays in view. */
export function DeskLayout() {
  const narrow = useMedia(NARROW);
  const figure = useSelect((state) => figureOf(state.experiment.problem));
  const wide = figure === 'parabola' || figure === 'digits';
  return (
    <div className="desk" data-wide={wide || undefined}>
      <SkipButtons />
      <header className="desk-header">
        <div className="desk-brand">
          <Brand />
        </div>
        <div className="desk-transport">
          <Transport />
          <SpeedSelect />
          {!narrow && <PageSettings />}
        </div>
        <div className="desk-tools" role="group" aria-label="Experiment">
          <HistoryButtons />
          <CopyLinkButton />
          <SharingButtons />
          {narrow && <PageSettings />}
        </div>
        <div className="desk-specification">
          <SpecificationLine />
        </div>
        <div className="desk-notices">
          <Notices />
        </div>
      </header>
      <main className="desk-panels">
        <div className="desk-problem">
          <ProblemPanel />
        </div>
        <div className="desk-network">
          <NetworkPanel />
        </div>
        <div className="desk-output">
          <OutputPanel />
        </div>
        <div className="desk-lens">
          <LensDrawer />
        </div>
        <ZoomLines />
      </main>
    </div>
  );
}

function PageSettings() {
  return (
    <>
      <UpdatesPerSecond />
      <ThemeSelect />
      <ShortcutsHelp />
    </>
  );
}
