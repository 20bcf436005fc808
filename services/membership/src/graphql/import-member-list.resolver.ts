import { InvalidInput } from '@leader/subgraph-kit/errors/errors';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { MemberListReport } from '../use-cases/member-list-ports.ts';
import type { MembershipContext } from './context.ts';
import { refusalText, rowReasonText } from './import-member-list.texts.ts';
import {
  ImportMemberListInput,
  ImportMemberListResult,
  MemberListImportedType,
  MemberListReasonType,
  MemberListRefusedType,
  MemberListRowType,
} from './import-member-list.type.ts';
import { showBranch } from './types/branch.type.ts';
import { CompanyType, showCompany } from './types/company.type.ts';

@Resolver(() => MemberListRowType)
export class ImportMemberListResolver {
  @Mutation(() => ImportMemberListResult, {
    description:
      'Takes in the member list of a network that joins a branch. Needs members:write and branch:manage; a branch lead imports for their own branch only.',
  })
  async importMemberList(
    @Arg('input', () => ImportMemberListInput, { description: 'The list and where it goes.' }) input: ImportMemberListInput,
    @Ctx() context: MembershipContext,
  ): Promise<MemberListImportedType | MemberListRefusedType> {
    const { idempotencyKey, branch: branchCode, fileName, dryRun } = input;
    const result = await context.importMemberList({ idempotencyKey, branchCode, fileName, dryRun, content: bytesOf(input.contentBase64) });
    if ('report' in result) return show(result.report, context);
    return Object.assign(new MemberListRefusedType(), {
      reason: result.refusal.reason,
      message: refusalText(result.refusal, context.viewer.language),
    });
  }

  @FieldResolver(() => [MemberListReasonType], {
    description: 'Why this became of it, and what else there is to say, the most important first.',
  })
  reasons(@Root() { row }: MemberListRowType, @Ctx() { viewer }: MembershipContext): MemberListReasonType[] {
    return row.reasons.map((reason) => ({ code: reason.code, message: rowReasonText(reason, viewer.language) }));
  }

  @FieldResolver(() => CompanyType, {
    nullable: true,
    description: 'The company that was added or matched; null for rows that wait, and for newcomers of a dry run.',
  })
  async company(@Root() { row }: MemberListRowType, @Ctx() { loaders }: MembershipContext): Promise<CompanyType | null> {
    const view = row.companyId === null ? undefined : await loaders.companyById.load(row.companyId);
    return view ? showCompany(view) : null;
  }

  @FieldResolver(() => [CompanyType], { description: 'For suspect rows: the companies it may be, the most similar name first.' })
  async similarTo(@Root() { row }: MemberListRowType, @Ctx() { loaders }: MembershipContext): Promise<CompanyType[]> {
    const views = await Promise.all(row.similarTo.map((id) => loaders.companyById.load(id)));
    return views.flatMap((view) => (view ? [showCompany(view)] : []));
  }
}

async function show(report: MemberListReport, { loaders, viewer }: MembershipContext): Promise<MemberListImportedType> {
  const branch = (await loaders.branches()).find((candidate) => candidate.code === report.branchCode);
  if (!branch) throw new Error(`The branch ${report.branchCode} of an import is gone`);
  const rows = report.rows.map((row) =>
    Object.assign(new MemberListRowType(), { line: row.line, name: row.name, outcome: row.outcome, row }),
  );
  const { dryRun, fileName, encoding, delimiter, ignoredColumns, amountsReadAsEuros, counts } = report;
  const branchShown = showBranch(branch, viewer.language);
  return Object.assign(new MemberListImportedType(), {
    dryRun,
    branch: branchShown,
    fileName,
    encoding,
    delimiter,
    ignoredColumns,
    amountsReadAsEuros,
    counts,
    rows,
  });
}

/** Node skips what is no base64 instead of refusing it. */
function bytesOf(base64: string): Uint8Array {
  if (base64.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(base64)) return Buffer.from(base64, 'base64');
  throw new InvalidInput('contentBase64 is not base64: send the bytes of the file encoded as in RFC 4648, with padding.');
}
