import '../../beta/src/domain/thing.ts';
import '../../../gateway/src/door.ts';
