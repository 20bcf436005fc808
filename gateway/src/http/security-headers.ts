const always = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
};

/** What keeps browsers careful. Routes that serve pages say for themselves what those may load and how long they are good for. */
export function securityHeaders(isProduction: boolean): Readonly<Record<string, string>> {
  return isProduction ? { ...always, 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : always;
}
