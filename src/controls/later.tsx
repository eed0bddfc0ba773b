import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react';

/** A part of the page that loads when it is first shown; until then, and where it cannot be loaded, nothing is. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return (
      <Boundary>
        <Suspense fallback={null}>
          <Loaded {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

/** Keeps what could not be loaded from taking the page with it. */
class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <p role="alert">This part of the page could not be loaded; check the connection and reload.</p>;
  }
}
