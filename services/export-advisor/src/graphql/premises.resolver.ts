import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { freeDesks } from '../domain/availability.ts';
import { noReviews, type Score, scoreOf } from '../domain/score.ts';
import type { ExportContext } from './context.ts';
import { PremisesType } from './types/premises.type.ts';
import { ScoreType } from './types/score.type.ts';

@Resolver(() => PremisesType)
export class PremisesResolver {
  @FieldResolver(() => Int, {
    description: 'Desks or rooms free on every single day from freeFrom to freeTo, by days of the place itself.',
  })
  async freeDesks(@Root() { uuid, capacity, freeFrom, freeTo }: PremisesType, @Ctx() { loaders }: ExportContext): Promise<number> {
    const stay = { from: freeFrom, to: freeTo };
    return freeDesks(capacity, await loaders.bookingsByPremises.load({ parent: uuid, stay }), stay);
  }

  @FieldResolver(() => ScoreType, { description: 'What those who worked there think of it.' })
  async score(@Root() { uuid }: PremisesType, @Ctx() { loaders }: ExportContext): Promise<Score> {
    const [own, all] = await Promise.all([loaders.tallyByPremises.load(uuid), loaders.talliesByCountry()]);
    return scoreOf(own, all.get('') ?? noReviews);
  }
}
