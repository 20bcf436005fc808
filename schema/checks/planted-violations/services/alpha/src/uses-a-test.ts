import '../test/some.ts';
