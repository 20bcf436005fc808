/** The address alone, or with a question behind it; proxies may send it with the host before it. */
const addressOfGraph = /^(?:https?:\/\/[^/?#]*)?\/graphql(?:\?|$)/;

/** @param url as it stands in the first line of a request */
export function isForGraph(url: string): boolean {
  return url === '/graphql' || addressOfGraph.test(url);
}
