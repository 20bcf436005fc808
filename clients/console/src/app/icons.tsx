const looks = {
  auto: 'M3 5h18v11H3zM8 20h8M12 16v4',
  light: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  dark: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5',
} as const;

/** A drawing with its name for those who do not see it. */
export function LookIcon({ look, label }: { readonly look: keyof typeof looks; readonly label: string }) {
  return (
    <svg
      role="img"
      aria-label={label}
      width="16"
      height="16"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      style={{ display: 'block' }}
    >
      <title>{label}</title>
      <path d={looks[look]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

const signs = {
  PASS: 'M5 13l4.5 4.5L19 7',
  FAIL: 'M6 6l12 12M18 6 6 18',
  UNKNOWN: 'M8.5 8.8a3.5 3.5 0 1 1 5 3.4c-1 .6-1.5 1.2-1.5 2.6M12 18.6v.1',
} as const;

/** A sign beside a word that says the same, so it is hidden from readers of text. */
export function Sign({ of }: { readonly of: keyof typeof signs }) {
  return (
    <svg aria-hidden="true" width="14" height="14" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="3">
      <path d={signs[of]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
