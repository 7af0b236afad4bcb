import { ApiProperty } from '@nestjs/swagger';

export class UserDto {
  @ApiProperty({ pattern: '^[a-z][a-z0-9-]{2,31}$', example: 'ada' })
  readonly name!: string;

  @ApiProperty({ format: 'email' })
  readonly email!: string;

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Words to greet the user with; `${name}` in them stands for the name.',
    example: 'Good morning, ${name}!',
  })
  readonly greeting!: string | null;
}
