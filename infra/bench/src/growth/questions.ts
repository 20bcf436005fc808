/** One thing that people ask of a network, and how many times the median at the smallest size it may cost at the largest. */
export interface Question {
  readonly name: string;
  readonly document: string;
  readonly goal: number;
}

const page = 1.5;
const search = 2;

const fields =
  'edges { cursor node { id legalName town department membershipStatus homeBranch { id } } } pageInfo { hasNextPage endCursor }';
const directory = (goal: number, name: string, filter: string): Question => ({
  name,
  goal,
  document: `{ companies(${filter}) { ${fields} } }`,
});

/** Where a page begins that nobody comes to from the first one: the same place in a network of any size. */
const middle = Buffer.from(JSON.stringify(['companies', 'm', '00000000-0000-0000-0000-000000000000'])).toString('base64url');

/**
 * The directory, narrowed by everything that it can be narrowed by and by what people put together. Pages are as long as the smallest
 * network can fill them, so that all sizes answer the same amount.
 */
export const questions: readonly Question[] = [
  directory(page, 'first page', 'first: 50'),
  directory(page, 'a page in the middle', `first: 50, after: "${middle}"`),
  directory(page, 'last page', 'last: 50'),
  directory(page, 'a branch', 'first: 20, branch: "tarn"'),
  directory(page, 'a branch, from its end', 'last: 20, branch: "tarn"'),
  directory(page, 'a department', 'first: 20, department: "81"'),
  directory(page, 'active members', 'first: 50, membershipStatus: ACTIVE'),
  directory(page, 'members in grace', 'first: 5, membershipStatus: GRACE'),
  directory(page, 'suspended members', 'first: 2, membershipStatus: SUSPENDED'),
  directory(page, 'lapsed members', 'first: 20, membershipStatus: LAPSED'),
  directory(page, 'those who resigned', 'first: 20, membershipStatus: RESIGNED'),
  directory(page, 'prospects of an earlier day', 'first: 50, membershipStatus: PROSPECT, asOf: "2018-06-30"'),
  directory(page, 'active members of a branch', 'first: 20, branch: "tarn", membershipStatus: ACTIVE'),
  directory(page, 'active members of a branch, in the middle', `first: 10, branch: "tarn", membershipStatus: ACTIVE, after: "${middle}"`),
  directory(page, 'active members of a branch, of an early day', 'first: 10, branch: "tarn", membershipStatus: ACTIVE, asOf: "2017-12-31"'),
  directory(page, 'active members in a department', 'first: 20, department: "81", membershipStatus: ACTIVE'),
  directory(page, 'a branch in a department', 'first: 20, department: "81", branch: "tarn"'),
  directory(page, 'active members of a branch in a department', 'first: 20, department: "81", branch: "tarn", membershipStatus: ACTIVE'),
  directory(search, 'search: a rare word', 'first: 20, search: "Cantepau"'),
  directory(search, 'search: a common word', 'first: 5, search: "mécanique"'),
  directory(search, 'search: two words', 'first: 5, search: "mécanique Albi"'),
  directory(search, 'search: a word with a mistake', 'first: 20, search: "Cantepo"'),
  directory(search, 'search: a piece of a number', 'first: 20, search: "8423121"'),
  directory(search, 'search: a piece that many numbers share', 'first: 5, search: "008"'),
  directory(search, 'search: an activity code', 'first: 5, search: "25.62B"'),
  directory(search, 'search: a common word among active members', 'first: 5, search: "mécanique", membershipStatus: ACTIVE'),
  directory(search, 'search: a common word in a branch', 'first: 5, search: "fabrication", branch: "tarn"'),
  directory(search, 'search: a common word in a department', 'first: 5, search: "fabrication", department: "81"'),
  directory(search, 'search: a rare word in a branch', 'first: 20, search: "Cantepau", branch: "tarn", membershipStatus: ACTIVE'),
];
