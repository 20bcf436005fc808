import '../graphql/shape.ts';
