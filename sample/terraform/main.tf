locals {
  # The services that API Gateway calls itself: the document and the role's policy name them alike.
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

  # The private document: `apigen` wrote it, Terraform fills in what only a deployment knows.
  document = templatefile("${path.module}/../openapi/api_private.json", merge(
    { for name, function in aws_lambda_function.this : "${name}_function_arn" => function.arn },
    { for name, function in aws_lambda_function.this : "${name}_invoke_arn" => function.invoke_arn },
    local.services,
    {
      app_origin       = var.app_origin
      gateway_role_arn = aws_iam_role.gateway.arn
      legacy_host      = var.legacy_host
      orders_host      = var.orders_host
      user_pool_arn    = aws_cognito_user_pool.this.arn
      vpc_link_id      = aws_api_gateway_vpc_link.orders.id
    },
  ))
  api = jsondecode(local.document)
}

resource "aws_api_gateway_rest_api" "this" {
  name             = var.name
  body             = jsonencode(local.api)
  fail_on_warnings = true

  # The provider applies these after each import, and would bring back the values of the first one: they are always
  # those of the document.
  description              = try(local.api.info.description, null)
  api_key_source           = try(local.api["x-amazon-apigateway-api-key-source"], null)
  binary_media_types       = try(local.api["x-amazon-apigateway-binary-media-types"], null)
  minimum_compression_size = try(local.api["x-amazon-apigateway-minimum-compression-size"], null)

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}

# An import changes nothing that is live: each new document is a new deployment.
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers    = { redeployment = sha1(jsonencode(aws_api_gateway_rest_api.this.body)) }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id   = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.this.id
  stage_name    = var.stage
  variables     = { shop = var.name }
}

# A key works only with a usage plan that holds the stage.
resource "aws_api_gateway_api_key" "devices" {
  name = "${var.name}-devices"
}

resource "aws_api_gateway_usage_plan" "devices" {
  name = "${var.name}-devices"

  api_stages {
    api_id = aws_api_gateway_rest_api.this.id
    stage  = aws_api_gateway_stage.this.stage_name
  }

  throttle_settings {
    rate_limit  = 100
    burst_limit = 200
  }
}

resource "aws_api_gateway_usage_plan_key" "devices" {
  key_id        = aws_api_gateway_api_key.devices.id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.devices.id
}

resource "aws_api_gateway_vpc_link" "orders" {
  name        = "${var.name}-orders"
  target_arns = [var.orders_load_balancer_arn]
}
