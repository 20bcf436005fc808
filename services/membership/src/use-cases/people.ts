import { NotAllowed, NotFound, NotSignedIn } from '@leader/subgraph-kit/errors/errors';
import type { Calendar } from '@leader/subgraph-kit/values/calendar';
import { newId, parseId, type Uuid } from '@leader/subgraph-kit/values/ids';
import type { LocalDate } from '@leader/subgraph-kit/values/local-date';
import type { Viewer } from '@leader/subgraph-kit/viewer/viewer';
import {
  type AppointmentRefusal,
  appoint,
  type ConsentBasis,
  type ConsentPurpose,
  giveConsent,
  type Office,
  type RegistrationRefusal,
  withdrawConsent,
} from '../domain/person.ts';
import { type Changed, changeOnce, type Verdict } from './change-once.ts';
import type { AnsweredCompany } from './company-ports.ts';
import type { PeopleBook } from './people-ports.ts';
import { readEmail, readLanguages, readName, readPhone } from './read-person.ts';
import { say } from './sentences.ts';
import type { Writes } from './write-ports.ts';
import { requireBureau, requireCompanyOrBureau } from './writing-rights.ts';

interface PersonRequest {
  readonly idempotencyKey: string;
  readonly personId: string;
}

export interface RegisterPersonRequest {
  readonly idempotencyKey: string;
  readonly companyId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly languages: readonly string[];
}

export type People = ReturnType<typeof people>;

/** What is done about people, for one viewer. What is private stands with the person, never in the history. */
export function people({ writes, calendar }: { writes: Writes<PeopleBook>; calendar: Calendar }, viewer: Viewer) {
  const today = calendar.today();
  const about = <Reason>(
    action: string,
    request: PersonRequest,
    rule: (company: AnsweredCompany, id: Uuid, book: PeopleBook) => Promise<Verdict<Reason>>,
  ) => {
    const id = parseId('person', request.personId);
    return changeOnce<PeopleBook, Reason>(writes, viewer, action, request, async (book) => {
      const held = await book.personForUpdate(id);
      if (!held) throw new NotFound(say('NO_SUCH_PERSON', viewer));
      return rule(held, id, book);
    });
  };
  return {
    register: (request: RegisterPersonRequest): Promise<Changed<RegistrationRefusal>> => {
      const askedId = parseId('company', request.companyId);
      const { email, phone } = request;
      const person = {
        id: newId(),
        firstName: readName(request.firstName, viewer),
        lastName: readName(request.lastName, viewer),
        role: request.role,
        email: email === null ? null : readEmail(email, viewer),
        phone: phone === null ? null : readPhone(phone, viewer),
        languages: readLanguages(request.languages, viewer),
      };
      return changeOnce(writes, viewer, 'registerPerson', request, async (book) => {
        const company = await book.companyForUpdate(askedId);
        if (!company) throw new NotFound(say('NO_SUCH_COMPANY', viewer));
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const reason = await book.enterPerson({ ...person, companyId: company.companyId });
        if (reason) return { accepted: false, reason };
        const fields = ['name', 'role', ...(email ? ['email'] : []), ...(phone ? ['phone'] : []), 'languages'];
        return changed(person.id, fields, 'KNOWN', request.role);
      });
    },

    giveConsent: (request: PersonRequest & { readonly purpose: ConsentPurpose; readonly basis: ConsentBasis }) =>
      about('giveConsent', request, async (company, id, book) => {
        requireCompanyOrBureau(viewer, company, company.branchCode);
        const decision = giveConsent(await book.consentsOf(id), request.purpose, request.basis, today);
        if (!decision.accepted) return decision;
        await book.enterConsent(id, decision.facts);
        return changed(id, ['consents'], 'GIVEN', request.purpose);
      }),

    withdrawConsent: (request: PersonRequest & { readonly purpose: ConsentPurpose }) =>
      about('withdrawConsent', request, async (company, id, book) => {
        // Withdrawing is as easy as giving, and the data protection officer may do it for the person.
        if (!viewer.can('privacy:manage')) requireCompanyOrBureau(viewer, company, company.branchCode);
        const decision = withdrawConsent(await book.consentsOf(id), request.purpose, today);
        if (!decision.accepted) return decision;
        await book.enterConsent(id, decision.facts);
        return changed(id, ['consents'], 'WITHDRAWN', request.purpose);
      }),

    appoint: (
      request: PersonRequest & {
        readonly branch: string;
        readonly office: Office;
        readonly beganOn: LocalDate;
        readonly endedOn: LocalDate | null;
      },
    ) =>
      about<AppointmentRefusal>('appointOfficer', request, async (company, id, book) => {
        const branch = (await book.branches()).find(({ code }) => code === request.branch);
        if (!branch) throw new NotFound(say('NO_SUCH_BRANCH', viewer));
        requireBureau(viewer, company, branch.code);
        const { office, beganOn, endedOn } = request;
        const decision = appoint(await book.mandatesForUpdate(branch.id), { office, beganOn, endedOn }, branch);
        if (!decision.accepted) return decision;
        await book.enterMandate(newId(), id, branch.id, decision.facts);
        return changed(id, ['mandates'], office, branch.code.toUpperCase());
      }),

    erase: (request: PersonRequest) => {
      requirePrivacyRight(viewer);
      return about<never>('erasePerson', request, async (_, id, book) => {
        await book.erase(id, calendar.now());
        return changed(id, ['name', 'email', 'phone', 'languages'], 'ERASED', null);
      });
    },
  };
}

function requirePrivacyRight(viewer: Viewer): void {
  if (viewer.isAnonymous) throw new NotSignedIn(say('SIGN_IN_TO_WRITE', viewer));
  if (!viewer.can('privacy:manage')) throw new NotAllowed(say('PRIVACY_MANAGE_MISSING', viewer));
}

function changed(
  id: Uuid,
  fields: readonly string[],
  to: string,
  why: string | null,
): { accepted: true } & Extract<Verdict<never>, { accepted: true }> {
  return { accepted: true, id, changes: [{ kind: 'person', id, fields, from: null, to, why }] };
}
