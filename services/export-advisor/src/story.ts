/** The invented story of this service, as `infra/local/seed/export-advisor.json` tells it: one record a line. */
export interface Story {
  /** What one unit of a currency is worth in euros, roughly: only to put costs in order. */
  readonly euroRates: Readonly<Record<string, number>>;
  readonly hubs: readonly {
    readonly country: string;
    readonly branch: string;
    readonly town: string;
    readonly latitude: number;
    readonly longitude: number;
    readonly plannedOn: string;
    readonly openedOn: string;
  }[];
  readonly houses: readonly {
    readonly key: string;
    readonly country: string;
    readonly town: string;
    readonly address: string;
    readonly languages: readonly string[];
    readonly services: InBoth<readonly string[]>;
  }[];
  readonly cards: readonly {
    readonly country: string;
    readonly timeZone: string;
    readonly flightMinutes: number;
    readonly notes: InBoth<string>;
    readonly source: InBoth<string>;
    readonly asOf: string;
  }[];
  readonly agreements: readonly {
    readonly key: string;
    readonly hub: string;
    readonly name: InBoth<string>;
    readonly reachable: readonly string[];
    readonly validFrom: string;
    readonly source: InBoth<string>;
    readonly checkedOn?: string;
  }[];
  readonly positions: readonly {
    readonly company: string;
    readonly home: string;
    readonly host: string;
    readonly city: string;
    readonly department?: string;
    readonly kind: string;
    readonly since: string;
    readonly sectors: Readonly<Record<string, string>>;
    readonly openToCalls: boolean;
    readonly confirmedMonthsAgo: number;
  }[];
  readonly premises: readonly {
    readonly key: string;
    readonly country: string;
    readonly town: string;
    readonly kind: string;
    readonly operator: string;
    readonly operatorName: string;
    readonly company?: string;
    readonly capacity: number;
    readonly price: string;
    readonly per: string;
    readonly maxTermMonths: number;
    readonly renewals: number;
    readonly services: InBoth<readonly string[]>;
    /** First and last day, in days from today, and desks. */
    readonly bookings: readonly (readonly [number, number, number])[];
  }[];
  readonly reviews: readonly StoryReview[];
}

export interface StoryReview {
  readonly author: string;
  readonly country: string;
  readonly target: { readonly kind: string; readonly key: string; readonly name?: string };
  readonly stars: { readonly reliability?: number; readonly delay?: number; readonly costAgainstPlan?: number };
  readonly wouldDoAgain?: boolean;
  readonly from: string;
  readonly to: string;
  readonly verified: boolean;
  readonly publishedOn?: string;
  readonly language: string;
  readonly text: string;
  readonly pitfalls: readonly {
    readonly title: string;
    readonly what: string;
    readonly cost?: string;
    readonly delayDays?: number;
    readonly howToAvoid: string;
  }[];
}

interface InBoth<Value> {
  readonly fr: Value;
  readonly en: Value;
}
