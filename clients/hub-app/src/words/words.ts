import type { PositionKind } from '../answer.ts';

/** Everything the pages say in one language. `country` and `count` come formatted for it. */
export interface Words {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The language in which the graph is asked for labels: it speaks French and English. */
  readonly graphLanguage: 'fr' | 'en';
  readonly ownName: string;
  readonly chooseLanguage: string;
  readonly skip: string;
  readonly title: (country: string) => string;
  readonly intro: (country: string) => string;
  readonly hub: { readonly open: (town: string, day: string) => string; readonly planned: (town: string) => string; readonly none: string };
  readonly house: (town: string) => string;
  readonly towardsOccitanie: { readonly heading: (country: string) => string; readonly nobody: string };
  readonly towardsCountry: { readonly heading: (country: string) => string; readonly nobody: string };
  readonly kinds: Readonly<Record<PositionKind, string>>;
  readonly labels: {
    readonly place: string;
    readonly since: string;
    readonly seat: string;
    readonly activity: string;
    readonly memberOf: string;
    readonly branches: string;
    readonly calls: string;
    readonly confirmed: string;
  };
  readonly takesCalls: string;
  readonly takesNoCalls: string;
  readonly stale: string;
  readonly nextPage: string;
  readonly firstPage: string;
  readonly nameUnknown: string;
  readonly namesMissing: string;
  readonly unavailable: string;
  readonly nothingAnswers: { readonly title: string; readonly sentence: string };
  readonly notFound: { readonly title: string; readonly sentence: string };
  readonly badRequest: { readonly title: string; readonly sentence: string };
  readonly back: string;
  readonly source: string;
}
