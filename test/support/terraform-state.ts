interface StateResource {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What Terraform knows of the resources that it made, from `terraform show -json`. */
export class TerraformState {
  private readonly resources: readonly StateResource[];

  constructor(shown: string) {
    const { values } = JSON.parse(shown) as {
      readonly values?: { readonly root_module?: { readonly resources?: readonly StateResource[] } };
    };
    this.resources = values?.root_module?.resources ?? [];
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
