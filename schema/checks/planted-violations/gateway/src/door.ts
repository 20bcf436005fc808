import '../../services/subgraph-kit/src/values/reach.ts';
