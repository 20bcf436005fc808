/** Whether a Content-Type header announces JSON in UTF-8, the one form a request may come in. */
export function isJsonInUtf8(header: string | undefined): boolean {
  const [type = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (type !== 'application/json') return false;
  return parameters.every((parameter) => !parameter.startsWith('charset=') || ['charset=utf-8', 'charset="utf-8"'].includes(parameter));
}
