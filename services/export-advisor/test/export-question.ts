/** Everything the console asks this service when somebody wants to go abroad. */
export const exportQuestion = `
  query ExportQuestion($country: CountryCode!, $from: LocalDate, $to: LocalDate) {
    destination(country: $country) {
      country name timeZone flightMinutesFromToulouse notes cardSource cardAsOf
      hub { branch { id } town status openedOn }
      nearestHub { branch { id } town country distanceKm }
      house { town address languages services }
      agreements { name reachableCountries validFrom source checkedOn }
      counts { positions stalePositions openToCalls positionsInOccitanie verifiedReviews premises }
      score { value n facets { facet value n } wouldDoAgain { n yes atLeast } }
      gaps { code message }
      positions(first: 100) { totalCount edges { node { ...PositionParts } } }
      positionsInOccitanie(first: 100) { totalCount edges { node { ...PositionParts } } }
      reviews(first: 100) {
        totalCount
        edges { node { id target targetName stars { reliability delay costAgainstPlan } wouldDoAgain text language verified publishedOn author { id } pitfalls { id title } } }
      }
      pitfalls(first: 100) { totalCount edges { node { id title what cost { amount currency } delayDays howToAvoid experienceTo } } }
      premises(first: 100, from: $from, to: $to) {
        totalCount
        edges { node { id kind town operator operatorName operatorCompany { id } capacity freeDesks freeFrom freeTo price { amount currency } pricePer maxTermMonths renewals services score { value n } } }
      }
    }
  }
  fragment PositionParts on Position {
    id kind city department homeCountry hostCountry since status openToCalls lastConfirmedOn sectors { nomenclature code } callable { may reason message } company { id }
  }`;

interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

export function nodesOf<Node>(connection: Connection<Node>): Node[] {
  return connection.edges.map((edge) => edge.node);
}
