import { Component, type ReactNode } from 'react';
import { Notice } from './Notice.tsx';

interface UnbrokenProps {
  readonly text: string;
  readonly action: string;
  readonly children: ReactNode;
}

/** Says so when drawing a page fails, in place of an empty window. React offers this to classes only. */
export class Unbroken extends Component<UnbrokenProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return <Notice title="" text={this.props.text} action={{ label: this.props.action, run: () => location.reload() }} />;
  }
}
