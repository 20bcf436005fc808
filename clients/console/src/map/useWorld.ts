import { useEffect, useState } from 'react';
import { loadWorld, type World } from './world.ts';

export type WorldState = World | 'loading' | 'lost';

export function useWorld(): WorldState {
  const [state, setState] = useState<WorldState>('loading');
  useEffect(() => {
    let wanted = true;
    loadWorld().then(
      (world) => wanted && setState(world),
      () => wanted && setState('lost'),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return state;
}
