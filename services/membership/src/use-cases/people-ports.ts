import type { Uuid } from '@leader/subgraph-kit/values/ids';
import type { ConsentEntry, Mandate, RegistrationRefusal } from '../domain/person.ts';
import type { AnsweredCompany } from './company-ports.ts';
import type { Branches } from './ports.ts';

export interface NewPerson {
  readonly id: Uuid;
  readonly companyId: Uuid;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly languages: readonly string[];
}

export interface PeopleBook extends Pick<Branches, 'branches'> {
  companyForUpdate(companyId: Uuid): Promise<AnsweredCompany | undefined>;
  /** The company of a person who is held; undefined for somebody who never was, or was erased. */
  personForUpdate(personId: Uuid): Promise<AnsweredCompany | undefined>;
  /** @returns why the person is known already, undefined when they were entered. */
  enterPerson(person: NewPerson): Promise<RegistrationRefusal | undefined>;
  consentsOf(personId: Uuid): Promise<ConsentEntry[]>;
  enterConsent(personId: Uuid, entry: ConsentEntry): Promise<void>;
  /** Holds the branch, so that two appointments come one after the other. */
  mandatesForUpdate(branchId: Uuid): Promise<Mandate[]>;
  enterMandate(id: Uuid, personId: Uuid, branchId: Uuid, mandate: Mandate): Promise<void>;
  erase(personId: Uuid, at: Date): Promise<void>;
}
