import type { QueryPlannerConfig } from '@apollo/query-planner';

/**
 * How plans are made. Where several subgraphs know the same fields, every choice doubles the plans that are compared, and while they
 * are, nobody is answered. Unless told otherwise it compares 10,000: half a minute for one operation, where a hundred take about a
 * second. What is left out are the ways with the most requests.
 */
export const planning: QueryPlannerConfig = { debug: { maxEvaluatedPlans: 100 } };
