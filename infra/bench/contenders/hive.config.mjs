import { defineConfig } from '@graphql-hive/gateway';

// As it is shipped, without its pages and with its log at errors. Deduplication is what a run switches.
const deduplicates = process.env.DEDUPLICATE === 'on';

export const gatewayConfig = defineConfig({
  logging: 'error',
  landingPage: false,
  graphiql: false,
  inboundInflightRequestDeduplication: deduplicates,
  transportEntries: { '*.http': { options: { deduplicateInflightRequests: deduplicates } } },
});
