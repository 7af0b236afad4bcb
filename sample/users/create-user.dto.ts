import { PickType } from '@nestjs/swagger';
import { UserDto } from './user.dto.js';

export class CreateUserDto extends PickType(UserDto, ['name', 'email', 'greeting']) {}
