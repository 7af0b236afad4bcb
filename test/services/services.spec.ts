import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { startMoto, type MotoServer } from '../support/moto-server.js';
import { dynamoDbChangesSuite } from './dynamodb-changes-suite.js';
import { dynamoDbHostileSuite } from './dynamodb-hostile-suite.js';
import { absentInputSuite } from './absent-input-suite.js';
import { absentPartsSuite } from './absent-parts-suite.js';
import { dynamoDbMembersSuite } from './dynamodb-members-suite.js';
import { dynamoDbPagesSuite } from './dynamodb-pages-suite.js';
import { dynamoDbSuite } from './dynamodb-suite.js';
import { everyServiceSuite } from './every-service-suite.js';
import { eventBridgeSuite } from './eventbridge-suite.js';
import { kinesisSuite } from './kinesis-suite.js';
import { otherServicesSuite } from './other-services-suite.js';
import { s3Suite } from './s3-suite.js';
import { smallApplicationSuite } from './small-application-suite.js';
import { snsSuite } from './sns-suite.js';
import { sqsSuite } from './sqs-suite.js';
import { stepFunctionsSuite } from './step-functions-suite.js';

describeWithTools('Services without a function', { moto_server: findTool('moto_server') }, (tools) => {
  let moto: MotoServer;
  beforeAll(async () => {
    moto = await startMoto(tools.moto_server);
  });
  afterAll(() => moto?.stop());
  const url = (): string => moto.url;

  describe('DynamoDB', () => {
    dynamoDbSuite(url);
  });
  describe('DynamoDB, changes', () => {
    dynamoDbChangesSuite(url);
  });
  describe('DynamoDB, page by page', () => {
    dynamoDbPagesSuite(url);
  });
  describe('DynamoDB, members of the body and names of the author', () => {
    dynamoDbMembersSuite(url);
  });
  describe('input that a caller leaves out', () => {
    absentInputSuite(url);
  });
  describe('parts and messages that a caller leaves out', () => {
    absentPartsSuite(url);
  });
  describe('DynamoDB, hostile input', () => {
    dynamoDbHostileSuite(url);
  });
  describe('SQS', () => {
    sqsSuite(url);
  });
  describe('SNS', () => {
    snsSuite(url);
  });
  describe('S3', () => {
    s3Suite(url);
  });
  describe('Step Functions', () => {
    stepFunctionsSuite(url);
  });
  describe('EventBridge', () => {
    eventBridgeSuite(url);
  });
  describe('Kinesis', () => {
    kinesisSuite(url);
  });
  describe('any other service', () => {
    otherServicesSuite(url);
  });
  describe('every service', () => {
    everyServiceSuite(url);
  });
  describe('a small application', () => {
    smallApplicationSuite(url);
  });
});
