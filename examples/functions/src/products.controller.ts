import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  NotImplementedException,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiQuery } from '@nestjs/swagger';
import { AwsCors, AwsLambda, AwsPublic } from 'nestjs-aws-gateway';
import { ProductDto } from './product.dto.js';

/** The handlers are types and documentation: each route has a Lambda function of its own. */
@Controller('products')
@AwsCors({ allowOrigins: ['https://shop.example.com'] })
export class ProductsController {
  @Get()
  @AwsPublic()
  @AwsLambda('${list_products_function_arn}')
  @ApiQuery({ name: 'after', required: false })
  @ApiOkResponse({ type: [ProductDto] })
  list(@Query('after') _after?: string): ProductDto[] {
    throw new NotImplementedException();
  }

  @Get(':name')
  @AwsPublic()
  @AwsLambda('${get_product_function_arn}')
  @ApiOkResponse({ type: ProductDto })
  get(@Param('name') _name: string): ProductDto {
    throw new NotImplementedException();
  }

  @Post()
  @AwsLambda({ functionArn: '${create_product_function_arn}', timeout: 10_000 })
  @ApiCreatedResponse({ type: ProductDto })
  create(@Body() _product: ProductDto): ProductDto {
    throw new NotImplementedException();
  }

  @Delete(':name')
  @HttpCode(204)
  @AwsLambda('${delete_product_function_arn}')
  @ApiNoContentResponse()
  remove(@Param('name') _name: string): void {
    throw new NotImplementedException();
  }
}
