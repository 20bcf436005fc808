import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { Step } from '../execution/steps.ts';
import type { Amounts } from './formula.ts';
import { KnownSizes } from './known-sizes.ts';
import { type OperationSize, sizeOf } from './operation-size.ts';
import { type PlanSize, planSize } from './plan-size.ts';

/** A valid request. */
export interface SizedRequest {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** With defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const known = new KnownSizes();
/** The conditions of a plan are among what a known size of the operation stands for. */
const knownOfPlans = new WeakMap<OperationSize, WeakMap<Step, PlanSize>>();

/** How much a request asks for: by itself, which needs no plan, and then by its plan as well. */
export class RequestSize {
  private readonly operation: OperationSize;

  constructor(private readonly request: SizedRequest) {
    const { schema, document, operation, variables } = request;
    this.operation = known.sizeOf(schema, document, operation, variables, () =>
      sizeOf(schema, operation, fragmentsOf(document), variables),
    );
  }

  /** Never more than the amounts with a plan. */
  get amounts(): Amounts {
    return this.amountsOf(this.operation.objects, 0, 0);
  }

  amountsBy(plan: Step | undefined): Amounts {
    if (!plan) return this.amounts;
    const { fetches, entities } = this.sizeOfPlan(plan);
    return this.amountsOf(this.operation.objects, fetches, entities);
  }

  /** What a request took in the end. Fields of the root, and the schema about itself, are paid as they were asked for. */
  amountsOf(objects: number, fetches: number, entities: number): Amounts {
    const { rootFields, changes, schemas, schemaTypes } = this.operation;
    return { rootFields, changes, objects, fetches, entities, schemas, schemaTypes };
  }

  private sizeOfPlan(plan: Step): PlanSize {
    const sizes = knownOfPlans.get(this.operation) ?? new WeakMap<Step, PlanSize>();
    knownOfPlans.set(this.operation, sizes);
    const size = sizes.get(plan) ?? planSize(plan, this.operation.objectsAt, this.request.variables);
    sizes.set(plan, size);
    return size;
  }
}

function fragmentsOf({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
}
