import { describe, expect, test } from '@jest/globals';
import { addDays, type LocalDate } from '@leader/subgraph-kit/values/local-date';
import fc from 'fast-check';
import {
  assign,
  decide,
  type InboundProject,
  type InboundStatus,
  type InboundStep,
  inboundStatuses,
  install,
  isConfidential,
  open,
  qualify,
  recordVisit,
  type SiteRequest,
  waitsTooLong,
} from './inbound-project.ts';

const today = '2026-11-23' as LocalDate;
const tarn = { id: 'tarn', isOpen: true, isLocal: true };
const request: SiteRequest = {
  organisation: 'Atlas Parts',
  surface: 800,
  departments: ['30'],
  budget: 50_000_00n,
  wantedOn: today,
  jobsAnnounced: 12,
};
const at = (status: InboundStatus, ownerBranchId: string | null = null): InboundProject => ({
  status,
  ownerBranchId,
  receivedOn: addDays(today, -20),
});
const siret = '07859720000019';

describe('somebody asks for a site', () => {
  test('and is written down', () => {
    expect(open(request, today)).toEqual({ accepted: true, facts: { status: 'RECEIVED', recordedOn: today } });
    expect(open({ ...request, departments: [], budget: null, wantedOn: null }, today).accepted).toBe(true);
  });

  test.each([
    ['without saying who', { organisation: ' ' }, 'ORGANISATION_MISSING'],
    ['of no surface', { surface: 0 }, 'SURFACE_IMPOSSIBLE'],
    ['as large as a town', { surface: 1_000_001 }, 'SURFACE_IMPOSSIBLE'],
    ['in another region', { departments: ['81', '75'] }, 'DEPARTMENT_OUTSIDE'],
    ['in department 9', { departments: ['9'] }, 'DEPARTMENT_OUTSIDE'],
    ['for less than nothing', { budget: -1n }, 'BUDGET_NEGATIVE'],
    ['for yesterday', { wantedOn: addDays(today, -1) }, 'WANTED_ON_PASSED'],
    ['with half a job', { jobsAnnounced: 0.5 }, 'JOBS_IMPOSSIBLE'],
  ])('but not %s', (_, wrong, reason) => {
    expect(open({ ...request, ...wrong }, today)).toEqual({ accepted: false, reason });
  });
});

describe('a project goes its way', () => {
  test('from receipt to the site', () => {
    expect(qualify(at('RECEIVED'), today)).toMatchObject({ accepted: true, facts: { status: 'QUALIFIED' } });
    expect(assign(at('QUALIFIED'), tarn, today)).toMatchObject({ facts: { status: 'ASSIGNED', branchId: 'tarn' } });
    expect(recordVisit(at('ASSIGNED', 'tarn'), addDays(today, -2), today)).toMatchObject({ facts: { status: 'VISITED' } });
    expect(recordVisit(at('VISITED', 'tarn'), today, today).accepted).toBe(true);
    expect(decide(at('VISITED', 'tarn'), 'YES', null, today)).toMatchObject({ facts: { status: 'DECIDED_YES' } });
    expect(install(at('DECIDED_YES', 'tarn'), siret, false, 11, today)).toMatchObject({
      facts: { status: 'INSTALLED', siret, jobsCreated: 11 },
    });
  });

  test.each([
    ['qualified twice', qualify(at('QUALIFIED'), today), 'NOT_RECEIVED'],
    ['assigned to a second branch', assign(at('ASSIGNED', 'ales'), tarn, today), 'ASSIGNED_ALREADY'],
    ['assigned unseen', assign(at('RECEIVED'), tarn, today), 'NOT_QUALIFIED'],
    ['assigned to a hub abroad', assign(at('QUALIFIED'), { ...tarn, isLocal: false }, today), 'BRANCH_ABROAD'],
    ['assigned to a branch that is not open', assign(at('QUALIFIED'), { ...tarn, isOpen: false }, today), 'BRANCH_NOT_OPEN'],
    ['visited with nobody to show it', recordVisit(at('QUALIFIED'), today, today), 'NOT_ASSIGNED'],
    ['visited tomorrow', recordVisit(at('ASSIGNED', 'tarn'), addDays(today, 1), today), 'VISIT_IN_THE_FUTURE'],
    ['visited before anyone asked', recordVisit(at('ASSIGNED', 'tarn'), addDays(today, -21), today), 'VISIT_BEFORE_RECEIPT'],
    ['agreed unseen', decide(at('ASSIGNED', 'tarn'), 'YES', null, today), 'NOT_VISITED'],
    ['declined without a reason', decide(at('VISITED', 'tarn'), 'NO', null, today), 'REASON_MISSING'],
    ['agreed with a reason against it', decide(at('VISITED', 'tarn'), 'YES', 'BUDGET', today), 'REASON_WITHOUT_NO'],
    ['decided again', decide(at('DECIDED_NO'), 'NO', 'BUDGET', today), 'NOT_WAITING'],
    ['installed before it was decided', install(at('VISITED', 'tarn'), siret, false, 1, today), 'NOT_DECIDED'],
    ['installed with a SIREN for a SIRET', install(at('DECIDED_YES', 'tarn'), '078597200', false, 1, today), 'SIRET_INVALID'],
    ['installed at the site of another one', install(at('DECIDED_YES', 'tarn'), siret, true, 1, today), 'SIRET_TAKEN'],
    ['installed with fewer than no jobs', install(at('DECIDED_YES', 'tarn'), siret, false, -1, today), 'JOBS_IMPOSSIBLE'],
  ])('but is not %s', (_, decision, reason) => {
    expect(decision).toEqual({ accepted: false, reason });
  });
});

test('a project waits too long after more than so many days, while somebody has to do something', () => {
  expect(waitsTooLong('RECEIVED', addDays(today, -8), 7, today)).toBe(true);
  expect(waitsTooLong('RECEIVED', addDays(today, -7), 7, today)).toBe(false);
  expect(waitsTooLong('INSTALLED', addDays(today, -80), 7, today)).toBe(false);
});

test('a project is confidential unless the decision maker said yes', () => {
  expect(inboundStatuses.filter((status) => !isConfidential(status))).toEqual(['DECIDED_YES', 'INSTALLED']);
});

test('whatever is tried in whatever order: one owner at most, and a site only after a visit and a yes (M8)', () => {
  const branch = fc.constantFrom('tarn', 'ales', 'toulouse');
  const action = fc.record({ verb: fc.constantFrom('qualify', 'assign', 'visit', 'yes', 'no', 'rest', 'install'), branch });
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      let project = at('RECEIVED');
      const steps: InboundStep[] = [];
      for (const { verb, branch: id } of actions) {
        const decision = {
          qualify: () => qualify(project, today),
          assign: () => assign(project, { id, isOpen: true, isLocal: true }, today),
          visit: () => recordVisit(project, today, today),
          yes: () => decide(project, 'YES', null, today),
          no: () => decide(project, 'NO', 'TIMING', today),
          rest: () => decide(project, 'DORMANT', null, today),
          install: () => install(project, siret, false, 3, today),
        }[verb]();
        if (!decision.accepted) continue;
        steps.push(decision.facts);
        project = { ...project, status: decision.facts.status, ownerBranchId: decision.facts.branchId ?? project.ownerBranchId };
      }
      expect(steps.filter(({ status }) => status === 'ASSIGNED').length).toBeLessThanOrEqual(1);
      const order = steps.map(({ status }) => status);
      if (order.includes('INSTALLED'))
        expect(order.filter((status) => status !== 'VISITED').slice(-2)).toEqual(['DECIDED_YES', 'INSTALLED']);
      if (order.includes('DECIDED_YES')) expect(order).toContain('VISITED');
    }),
  );
});
