import { useId } from 'react';
import { Tabs } from '../controls/Tabs';
import { LensDrawer } from '../lenses/LensDrawer';
import { NetworkPanel } from '../panels/network/NetworkPanel';
import { Notices } from '../panels/notices/Notices';
import { figureOf } from '../panels/lectures/figureOf';
import { PhoneOutput } from '../panels/output/PhoneOutput';
import { ProblemPanel } from '../panels/problem/ProblemPanel';
import { SpecificationLine } from '../panels/settings/SpecificationLine';
import { ShortcutsHelp } from '../panels/shortcuts/ShortcutsHelp';
import { HistoryButtons } from '../panels/tools/HistoryButtons';
import { CopyLinkButton, SharingButtons } from '../panels/tools/SharingButtons';
import { SpeedSelect, ThemeSelect, UpdatesPerSecond } from '../panels/transport/RunSettings';
import { Transport } from '../panels/transport/Transport';
import { useActions, useSelect } from '../store/context';
import { Brand } from './Brand';
import './PhoneLayout.css';

const TABS = [
  { name: 'network', label: 'Network' },
  { name: 'problem', label: 'Problem' },
  { name: 'settings', label: 'Settings' },
  { name: 'lens', label: 'Lens' },
] as const;

/** The figure on top, one panel under it, the transport in reach of the thumb. */
export function PhoneLayout() {
  const id = useId();
  const { setView } = useActions();
  const tab = useSelect((state) => state.view.tab);
  const figure = useSelect((state) => figureOf(state.experiment.problem));
  return (
    <div className="phone">
      <header className="phone-header">
        <Brand />
        <div className="phone-header-tools">
          <HistoryButtons />
          <CopyLinkButton />
          <ShortcutsHelp />
        </div>
      </header>
      <main className="phone-main">
        <Notices />
        <div className="phone-output">
          <PhoneOutput figure={figure} />
        </div>
        <Tabs
          label="Panels"
          className="phone-tabs"
          id={id}
          tabs={TABS}
          value={tab}
          onPress={(name) => setView({ tab: name })}
        />
        <div
          className={`phone-panel phone-panel-${tab}`}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${tab}`}
        >
          {tab === 'network' && <NetworkPanel />}
          {tab === 'problem' && <ProblemPanel />}
          {tab === 'settings' && <PhoneSettings />}
          {tab === 'lens' && <LensDrawer />}
        </div>
      </main>
      <footer className="phone-dock">
        <Transport />
        <SpeedSelect />
      </footer>
    </div>
  );
}

function PhoneSettings() {
  return (
    <div className="phone-settings">
      <SpecificationLine />
      <div className="phone-settings-page">
        <ThemeSelect />
        <UpdatesPerSecond />
        <div role="group" aria-label="Experiment">
          <SharingButtons />
        </div>
      </div>
    </div>
  );
}
