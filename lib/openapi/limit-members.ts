import { unknown, type DataMember, type DataType } from './data-type.js';

/** No template holds more: each member takes some thirty characters of 300 KB. */
const MOST = 10_000;

/** Members that can be written out, with their own members and those of these: such as are too many have no type. */
export function limitMembers(members: readonly DataMember[]): readonly DataMember[] {
  if (sum(members.map(({ type }) => type)) <= MOST) return members;
  return members.map((member) =>
    sizeOf(member.type) * members.length > MOST ? { ...member, type: tooLarge(member.type) } : member,
  );
}

function tooLarge({ nullable }: DataType): DataType {
  return unknown(`it has too many members of members: all together over ${MOST}`, nullable);
}

const SIZES = new WeakMap<DataType, number>();

function sizeOf(type: DataType): number {
  const size = SIZES.get(type) ?? 1 + sum(partsOf(type));
  SIZES.set(type, size);
  return size;
}

function sum(types: readonly DataType[]): number {
  return types.reduce((total, type) => total + sizeOf(type), 0);
}

function partsOf(type: DataType): readonly DataType[] {
  if (type.kind === 'object') return type.members.map((member) => member.type);
  return type.kind === 'list' || type.kind === 'map' ? [type.items] : [];
}
