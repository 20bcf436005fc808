import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { NotAllowed, NotSignedIn } from '../errors/errors.ts';
import type { DeclaredRights, Demand } from '../federation/declared-rights.ts';
import type { Viewer } from '../viewer/viewer.ts';

/**
 * Refuses a whole operation before anything is loaded when its caller lacks a right that the schema declares. The gateway has
 * refused it before; this is for the day when it does not.
 */
export function holdDeclaredRights<Context extends { readonly viewer: Viewer }>(rights: DeclaredRights): ApolloServerPlugin<Context> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operationName, contextValue: { viewer } }) => {
        const [first] = rights.unmet(document, operationName ?? undefined, viewer);
        if (first) throw refusal(first, viewer);
      },
    }),
  };
}

function refusal({ coordinate, scopes = [] }: Demand, viewer: Viewer): GraphQLError {
  const originalError = viewer.isAnonymous
    ? new NotSignedIn(signIn[viewer.language](coordinate))
    : new NotAllowed(missing[viewer.language](coordinate, scopes));
  // Said in an answer like any other refusal of a subgraph, so that the gateway reads it as one.
  return new GraphQLError(originalError.message, { originalError, extensions: { http: { status: 200 } } });
}

const signIn = {
  fr: (coordinate: string) => `Connectez-vous pour demander « ${coordinate} ».`,
  en: (coordinate: string) => `Sign in to ask for "${coordinate}".`,
};

const missing = {
  fr: (coordinate: string, scopes: NonNullable<Demand['scopes']>) =>
    `« ${coordinate} » demande ${groups(scopes, ' et ', ', ou ')} : demandez ce droit à qui vous a ouvert l’accès.`,
  en: (coordinate: string, scopes: NonNullable<Demand['scopes']>) =>
    `"${coordinate}" needs ${groups(scopes, ' and ', ', or ')}: ask whoever gave you access for that right.`,
};

function groups(scopes: NonNullable<Demand['scopes']>, and: string, or: string): string {
  return scopes.map((group) => group.join(and)).join(or);
}
