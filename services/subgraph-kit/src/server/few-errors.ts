import type { ApolloServerPlugin } from '@apollo/server';

const most = 5;

/** A refused request is told a few of its mistakes, not one for each of ten thousand wrong values. */
export const fewErrors: ApolloServerPlugin = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response: { body } }) => {
      if (body.kind !== 'single' || body.singleResult.data !== undefined) return;
      const { errors } = body.singleResult;
      if (errors && errors.length > most) body.singleResult = { ...body.singleResult, errors: errors.slice(0, most) };
    },
  }),
};
