import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { UserDto } from './user.dto.js';

export class UserPageDto {
  @ApiProperty({ type: [UserDto] })
  readonly users!: UserDto[];

  @ApiPropertyOptional({ description: 'Present when there are more users: the `after` of the next page.' })
  readonly next?: string;
}
