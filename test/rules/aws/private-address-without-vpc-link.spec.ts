import { Controller, Get } from '@nestjs/common';
import { AwsHttp, AwsIntegration } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get('a')
  @AwsHttp({ baseUrl: 'http://10.0.0.1', vpcLink: '${vpc_link_id}' })
  linked(): void {}

  @Get('e')
  @AwsHttp({ baseUrl: 'http://backend', vpcLink: '${vpc_link_id}' })
  host(): void {}

  @Get('f')
  @AwsHttp('http://${host}:8080')
  unknown(): void {}

  @Get('b')
  @AwsHttp('http://172.32.0.1:8080')
  open(): void {}

  @Get('c')
  @AwsHttp('https://10.0.0.1.example.com')
  name(): void {}

  @Get('g')
  @AwsHttp('https://internal-orders.local.example.com')
  inside(): void {}

  @Get('h')
  @AwsHttp('https://orders-123.eu-west-1.elb.amazonaws.com')
  balancer(): void {}

  @Get('d')
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'http://192.168.1.1/d',
    connectionType: 'VPC_LINK',
    connectionId: '${stageVariables.link}',
  })
  raw(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsHttp('http://localhost:3000')
  local(): void {}

  @Get('b')
  @AwsIntegration({ type: 'http_proxy', httpMethod: 'GET', uri: 'http://172.16.0.1:8080/b' })
  raw(): void {}
}

const OTHERS = [
  'http://api.localhost/',
  'http://0.0.0.0:8080/',
  'http://127.1.2.3/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]:8080/',
  'http://[fd12:3456::1]/',
  'http://[fe80::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://127.1/',
  'http://orders.internal/',
  'http://orders.default.svc.cluster.local/',
  'https://internal-orders-123.eu-west-1.elb.amazonaws.com/',
];

@Controller('others')
class OthersController {}
/** Reports come in the order of the letters. */
const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);
for (const [index, url] of OTHERS.entries()) {
  const read = { [`read${letter(index)}`](): void {} }[`read${letter(index)}`]!;
  Object.defineProperty(OthersController.prototype, read.name, { value: read });
  const descriptor = Object.getOwnPropertyDescriptor(OthersController.prototype, read.name)!;
  for (const decorate of [Get(letter(index)), AwsHttp({ url })])
    decorate(OthersController.prototype, read.name, descriptor);
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsHttp({ baseUrl: 'https://10.1.2.3/api' })
class ClassController extends BaseController {}

testRule('private-address-without-vpc-link', [
  {
    name: 'is silent on links, public addresses and names',
    controllers: [SilentController],
    options: { ...ANSWERED, ignore: { 'legacy-vpc-link': 'the link is old' } },
    reports: [],
  },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      ['private-address-without-vpc-link error at HandlerController.local GET /handler/a', 'localhost'],
      ['private-address-without-vpc-link error at HandlerController.raw GET /handler/b', '172.16.0.1'],
    ],
  },
  {
    name: 'knows each kind of address',
    controllers: [OthersController],
    reports: OTHERS.map((url, index) => [
      `private-address-without-vpc-link error at OthersController.read${letter(index)} GET /others/${letter(index)}`,
      /^https?:\/\/(\[.+\]|[^:/]+)/.exec(url)![1]!,
    ]),
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['private-address-without-vpc-link error at ClassController.read GET /class', '10.1.2.3']],
  },
  {
    name: 'reports a class behind an HTTP API',
    controllers: [ClassController],
    options: { ...ANSWERED, gateway: 'http-api' },
    reports: [['private-address-without-vpc-link error at ClassController.read GET /class', '10.1.2.3']],
  },
  {
    name: 'is silent behind Kong',
    controllers: [ClassController],
    options: { ...ANSWERED, gateway: 'kong', region: 'eu-west-1' },
    reports: [],
  },
]);
