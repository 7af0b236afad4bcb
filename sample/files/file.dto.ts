import { ApiProperty } from '@nestjs/swagger';

export class FileDto {
  @ApiProperty({ example: 'reports/2024/march.pdf' })
  readonly path!: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Bytes' })
  readonly size!: number;
}
