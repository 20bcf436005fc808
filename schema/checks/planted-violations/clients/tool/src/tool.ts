import '../../../services/beta/src/domain/thing.ts';
