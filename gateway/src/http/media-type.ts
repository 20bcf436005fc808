/** Whether a Content-Type header announces JSON in UTF-8, the one form a request may come in. */
export function isJsonInUtf8(header: string | undefined): boolean {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || ['charset=utf-8', 'charset="utf-8"'].includes(parameter));
}

const answerTypes = ['*/*', 'application/*', 'application/json', 'application/graphql-response+json'];

/** Whether an Accept header leaves room for the JSON that we answer with. Asked first: an operation must not run for nobody. */
export function acceptsJson(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  return header.split(',').some((range) => answerTypes.includes(range.split(';')[0]?.trim().toLowerCase() ?? ''));
}
