interface StateResource {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly values: Readonly<Record<string, unknown>>;
}

interface StateModule {
  readonly resources?: readonly StateResource[];
  readonly child_modules?: readonly StateModule[];
}

/** What Terraform knows of the resources that it made, from `terraform show -json`. */
export class TerraformState {
  private readonly resources: readonly StateResource[];

  constructor(shown: string) {
    const { values } = JSON.parse(shown) as {
      readonly values?: { readonly root_module?: StateModule };
    };
    this.resources = listResources(values?.root_module ?? {});
  }

  list(type: string): readonly StateResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** An attribute of one resource, as text. */
  text(type: string, attribute: string, index?: string): string {
    const [resource, ...others] = this.list(type).filter(
      (candidate) => index === undefined || candidate.index === index,
    );
    const value = resource?.values[attribute];
    if (others.length > 0 || typeof value !== 'string') {
      throw new Error(`There is not one ${type} with a text in ${attribute}.`);
    }
    return value;
  }
}

function listResources({ resources = [], child_modules = [] }: StateModule): readonly StateResource[] {
  return [...resources, ...child_modules.flatMap(listResources)];
}
