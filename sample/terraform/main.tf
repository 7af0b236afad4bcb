locals {
  # What API Gateway calls itself, without a function: the API and the role's policy name them alike.
  services = {
    complaints_topic_arn = aws_sns_topic.complaints.arn
    feedback_bus         = aws_cloudwatch_event_bus.feedback.name
    files_bucket         = aws_s3_bucket.files.bucket
    notes_table          = aws_dynamodb_table.notes.name
    questions_parameter  = aws_ssm_parameter.questions.name
    returns_workflow_arn = aws_sfn_state_machine.returns.arn
    reviews_queue_url    = aws_sqs_queue.reviews.url
    views_stream         = aws_kinesis_stream.views.name
  }
}

# The API, its stage and its permissions: `apigen --out-terraform` wrote the module. No route is named here.
module "api" {
  source = "./api"

  name            = var.name
  stage_name      = var.stage
  stage_variables = { shop = var.name }
  api_keys        = { devices = "devices" }

  create_user_function_arn     = aws_lambda_function.this["create_user"].arn
  delete_user_function_arn     = aws_lambda_function.this["delete_user"].arn
  device_authorizer_invoke_arn = aws_lambda_function.this["device_authorizer"].invoke_arn
  get_user_function_arn        = aws_lambda_function.this["get_user"].arn
  list_events_invoke_arn       = aws_lambda_function.this["list_events"].invoke_arn
  list_kinds_function_arn      = aws_lambda_function.this["list_kinds"].arn
  list_users_function_arn      = aws_lambda_function.this["list_users"].arn
  record_event_function_arn    = aws_lambda_function.this["record_event"].arn
  shop_authorizer_function_arn = aws_lambda_function.this["shop_authorizer"].arn

  complaints_topic_arn = local.services.complaints_topic_arn
  feedback_bus         = local.services.feedback_bus
  files_bucket         = local.services.files_bucket
  notes_table          = local.services.notes_table
  questions_parameter  = local.services.questions_parameter
  returns_workflow_arn = local.services.returns_workflow_arn
  reviews_queue_url    = local.services.reviews_queue_url
  views_stream         = local.services.views_stream

  app_origin       = var.app_origin
  gateway_role_arn = aws_iam_role.gateway.arn
  legacy_host      = var.legacy_host
  orders_host      = var.orders_host
  user_pool_arn    = aws_cognito_user_pool.this.arn
  vpc_link_id      = aws_api_gateway_vpc_link.orders.id
}

resource "aws_api_gateway_vpc_link" "orders" {
  name        = "${var.name}-orders"
  target_arns = [var.orders_load_balancer_arn]
}
